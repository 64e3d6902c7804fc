using Broadsheet.Document;
using Broadsheet.Document.Reading;

namespace Broadsheet.CopyDesk.Files;

/// <summary>A file and what the desk found in it.</summary>
public sealed record CheckedFile(string Name, IReadOnlyList<Passage> Passages, IReadOnlyList<Finding> Findings, IReadOnlyList<FoundDay> Days)
{
    /// <param name="file">A path; - is the standard input.</param>
    public static CheckedFile Of(string file, string language, DateOnly day, string paper, HouseStyle house)
    {
        var text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
        var passages = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".html" or ".htm" => CopyOf.Body(HtmlReader.Read(text).Document),
            ".md" or ".markdown" => CopyOf.Body(MarkdownReader.Read(text).Document),
            ".json" => CopyOf.Body(DraftDocument.Parse(text)),
            _ => CopyOfText.Read(text),
        };
        var copy = new Copy(language, passages) { Day = day, PaperName = paper, House = house };
        return new(file, passages, CheckCopy.Run(copy), FoundDay.In(copy));
    }
}
