using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Document;

namespace Broadsheet.Bulk;

/// <summary>One place where the words were found, with what stands around it.</summary>
/// <param name="Field">Headline, Standfirst, Body …</param>
public sealed record BulkHit(string Field, string Left, string Old, string New, string Right);

/// <summary>
/// Words in place of other words, in all that readers read of a story. In the body they are found across bold and links, and what takes
/// their place is marked as their first letter was.
/// </summary>
public sealed class TextReplacement
{
    private const int Around = 48;

    // Attributes of blocks in which words for readers stand.
    private static readonly string[] WordsOfBlocks = ["caption", "altText", "attribution", "title"];

    private readonly Regex _find;
    private readonly string _replace;
    private readonly List<BulkHit> _hits = [];

    public TextReplacement(string find, string replace, bool matchesCase, bool wholeWords)
    {
        // Not \b: it would take the mark of a vowel in Hebrew or Arabic for the end of a word.
        var pattern = wholeWords ? $@"(?<![\p{{L}}\p{{M}}\p{{N}}]){Regex.Escape(find)}(?![\p{{L}}\p{{M}}\p{{N}}])" : Regex.Escape(find);
        _find = new Regex(pattern, RegexOptions.CultureInvariant | (matchesCase ? RegexOptions.None : RegexOptions.IgnoreCase), TimeSpan.FromSeconds(2));
        _replace = replace;
    }

    /// <summary>The content with the words replaced, and every place where they stood.</summary>
    public (ArticleContent Content, IReadOnlyList<BulkHit> Hits) In(ArticleContent content)
    {
        _hits.Clear();
        var changed = content with
        {
            Headline = Replace("Headline", content.Headline),
            ShortHeadline = Replace("ShortHeadline", content.ShortHeadline),
            Standfirst = Replace("Standfirst", content.Standfirst),
            Dateline = Replace("Dateline", content.Dateline),
            SearchTitle = Replace("SearchTitle", content.SearchTitle),
            SearchDescription = Replace("SearchDescription", content.SearchDescription),
            LeadPicture = content.LeadPicture is { } lead ? lead with { Caption = Replace("LeadCaption", lead.Caption), AltText = Replace("LeadAlt", lead.AltText) } : null,
            Body = InBody(content.Body),
        };
        return (changed, [.. _hits]);
    }

    private DraftDocument InBody(DraftDocument body)
    {
        var before = _hits.Count;
        var json = JsonNode.Parse(body.ToJson())!;
        Walk(json);
        return _hits.Count == before ? body : DraftDocument.Parse(json.ToJsonString());
    }

    private void Walk(JsonNode node)
    {
        if (node["attrs"] is JsonObject attributes)
            foreach (var name in WordsOfBlocks)
                if (attributes[name] is JsonValue value && value.TryGetValue<string>(out var words)) attributes[name] = Replace("Body", words);
        if (node["content"] is not JsonArray content) return;

        if (content.Any(IsText)) node["content"] = InRuns(content);
        else foreach (var child in content) Walk(child!);
    }

    private static bool IsText(JsonNode? node) => (string?)node?["type"] == "text";

    // Runs between two things that are no text (a line break) are searched as one.
    private JsonArray InRuns(JsonArray content)
    {
        var made = new JsonArray();
        var runs = new List<JsonNode>();
        foreach (var node in content.ToList())
        {
            content.Remove(node);
            if (IsText(node)) runs.Add(node!);
            else
            {
                Flush();
                made.Add(node);
            }
        }
        Flush();
        return made;

        void Flush()
        {
            foreach (var run in Replaced(runs)) made.Add(run);
            runs.Clear();
        }
    }

    private IEnumerable<JsonNode> Replaced(List<JsonNode> runs)
    {
        var text = string.Concat(runs.Select(run => (string?)run["text"]));
        var matches = _find.Matches(text);
        if (matches.Count == 0) return runs;

        Note("Body", text, matches);
        var starts = new Dictionary<int, int>(matches.Select(match => KeyValuePair.Create(match.Index, match.Length)));
        var (at, end, texts) = (0, 0, runs.ConvertAll(_ => new StringBuilder()));
        for (var run = 0; run < runs.Count; run++)
            foreach (var letter in (string)runs[run]["text"]!)
            {
                if (starts.TryGetValue(at, out var length))
                {
                    texts[run].Append(_replace);
                    end = at + length;
                }
                if (at++ >= end) texts[run].Append(letter);
            }
        for (var run = 0; run < runs.Count; run++) runs[run]["text"] = texts[run].ToString();
        return runs.Where(run => ((string)run["text"]!).Length > 0);
    }

    private string Replace(string field, string text)
    {
        var matches = _find.Matches(text);
        if (matches.Count == 0) return text;
        Note(field, text, matches);
        return _find.Replace(text, _ => _replace);
    }

    private void Note(string field, string text, MatchCollection matches)
    {
        foreach (Match match in matches)
        {
            var (from, until) = (match.Index, match.Index + match.Length);
            var left = text[Math.Max(0, from - Around)..from];
            var right = text[until..Math.Min(text.Length, until + Around)];
            _hits.Add(new(field, from > Around ? $"…{left}" : left, match.Value, _replace, until + Around < text.Length ? $"{right}…" : right));
        }
    }
}
