using System.Text.RegularExpressions;

namespace Broadsheet.Document.Reading;

/// <summary>
/// Makes the fences that people write into the ones Markdig reads: a fence that holds nothing needs
/// no end, and an inner fence may have as many colons as the outer one.
/// </summary>
internal static partial class MarkdownFences
{
    // Markdig closes the outermost fence that the colons fit: the outer needs more of them.
    private const int MostColons = 12;

    private static readonly string[] Empty = ["picture", "related", "embed", "file"];

    public static string Close(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var closed = new List<string>(lines.Length);
        var open = new Stack<string>();
        var code = "";
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (CodeFence().Match(line) is { Success: true } mark && (code == "" || mark.Groups[1].Value.StartsWith(code, StringComparison.Ordinal))) code = code == "" ? mark.Groups[1].Value : "";

            if (code != "" || Fence().Match(line) is not { Success: true } fence) closed.Add(line);
            else if (fence.Groups["name"].Value is not { Length: > 0 } name)
            {
                if (open.TryPop(out _)) closed.AddRange(["", Colons(open.Count)]);
                else closed.Add(line);
            }
            else if (open.Contains("gallery") && name == "picture") closed.Add(fence.Groups["words"].Value);
            else if (open.Count > MostColons - 4) closed.Add(fence.Groups["words"].Value);
            else
            {
                closed.AddRange(["", $"{Colons(open.Count)}{name} {fence.Groups["words"].Value}"]);
                if (!Empty.Contains(name)) open.Push(name);
                else
                {
                    closed.Add(Colons(open.Count));
                    if (index + 1 < lines.Length && Fence().Match(lines[index + 1]) is { Success: true } end && end.Groups["name"].Value == "") index++;
                }
            }
        }

        while (open.TryPop(out _)) closed.AddRange(["", Colons(open.Count)]);
        return string.Join('\n', closed);
    }

    private static string Colons(int depth) => new(':', MostColons - depth);

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})")]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"^ {0,3}:{3,}[ \t]*(?:(?<name>[A-Za-z]+)[ \t]*(?<words>.*))?$")]
    private static partial Regex Fence();
}
