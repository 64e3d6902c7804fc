using System.Text;
using System.Text.Json.Nodes;

namespace Broadsheet.Document;

/// <summary>Words put in the place of others in a block of a document's JSON. They are marked as the first letter was that they replace.</summary>
public static class RunText
{
    /// <param name="content">Runs of text, and what stands between them (a line break), which counts one letter.</param>
    /// <param name="changes">Where, in UTF-16 units, how many letters, and what takes their place. None overlaps another or reaches over what is no text.</param>
    public static void Replace(JsonArray content, IEnumerable<(int At, int Length, string New)> changes)
    {
        var (starts, at, end) = (changes.ToDictionary(change => change.At), 0, 0);
        if (starts.Count == 0) return;
        foreach (var inline in content.ToList())
        {
            if ((string?)inline!["text"] is not { } text)
            {
                at++;
                continue;
            }
            var made = new StringBuilder();
            foreach (var letter in text)
            {
                if (starts.TryGetValue(at, out var change))
                {
                    made.Append(change.New);
                    end = at + change.Length;
                }
                if (at++ >= end) made.Append(letter);
            }
            if (made.Length == 0) content.Remove(inline);
            else inline["text"] = made.ToString();
        }
    }
}
