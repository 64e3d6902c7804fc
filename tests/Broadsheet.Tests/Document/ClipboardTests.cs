using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Document.Reading;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Tests.Document;

/// <summary>
/// What programs put on the clipboard, with the text and the structure that must come of it. The
/// editor's tests paste the same files. BROADSHEET_ACCEPT=1 writes what is read as the new expectation.
/// </summary>
public class ClipboardTests
{
    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Folder(), "*.html").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Is_read_with_its_structure(string fixture)
    {
        var reading = Read(fixture);
        Expect($"{fixture}.json", Structure(reading));
        Expect($"{fixture}.txt", new PlainTextRenderer(NoParts.Instance).Render(reading.Document.ForPublication()) + "\n");
    }

    // Apart from the expectations, which a person could accept too quickly: every text of the
    // source is in the document or in the notes.
    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Loses_no_word(string fixture)
    {
        var reading = Read(fixture);
        var kept = DocumentWordsOf.All(reading);
        using var source = new HtmlParser().ParseDocument(Html(fixture));
        foreach (var element in source.QuerySelectorAll("style, script, head, [style*='mso-list:Ignore'], noscript")) element.Remove();
        foreach (var text in source.Body!.GetDescendants().OfType<IText>())
        {
            Assert.Contains(DocumentWordsOf.WithoutSpaces(text.Data), kept, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Fixtures.Count >= 26, $"{Fixtures.Count} fixtures");

    private static DocumentReading Read(string fixture)
    {
        var ids = 0;
        return HtmlReader.Read(Html(fixture), new() { NewId = () => $"b{++ids}" });
    }

    private static string Html(string fixture) => File.ReadAllText(Path.Combine(Folder(), $"{fixture}.html"));

    private static string Structure(DocumentReading reading)
    {
        var notes = new JsonArray([.. reading.Notes.Where(note => note.Kind != ReadingNoteKind.Style).Select(note => (JsonNode)$"{note.Kind}: {note.Message}")]);
        var both = new JsonObject { ["document"] = JsonNode.Parse(reading.Document.ToJson()), ["notes"] = notes };
        return both.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static void Expect(string file, string actual)
    {
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("BROADSHEET_ACCEPT") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Clipboard");
}
