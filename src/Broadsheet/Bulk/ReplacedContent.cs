using System.Text;
using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.CopyDesk;
using Broadsheet.Document;

namespace Broadsheet.Bulk;

/// <summary>One story with words replaced, and every place where they stood.</summary>
internal sealed class ReplacedContent
{
    private const int Around = 48;

    // Attributes of blocks in which words for readers stand.
    private static readonly (string Name, Place Place)[] WordsOfBlocks = [("caption", Place.Caption), ("altText", Place.AltText), ("attribution", Place.Dateline), ("title", Place.BoxTitle)];

    private readonly TextReplacement _words;
    private readonly HashSet<BulkHit>? _chosen;
    private readonly Quoted _quoted;
    private readonly List<BulkHit> _hits = [];
    private readonly Dictionary<BulkHit, int> _alike = [];

    /// <param name="chosen">The places to change; null: all, to see what there is.</param>
    public ReplacedContent(TextReplacement words, ArticleContent content, string language, HashSet<BulkHit>? chosen)
    {
        (_words, _chosen) = (words, chosen);
        _quoted = new(language, [.. Fields(content), .. CopyOf.Body(content.Body)]);
        Content = content with
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
    }

    public ArticleContent Content { get; }

    public IReadOnlyList<BulkHit> Hits => _hits;

    private static IEnumerable<Passage> Fields(ArticleContent content) =>
    [
        new("Headline", Place.Headline, content.Headline), new("ShortHeadline", Place.ShortHeadline, content.ShortHeadline), new("Standfirst", Place.Standfirst, content.Standfirst),
        new("SearchTitle", Place.Headline, content.SearchTitle), new("SearchDescription", Place.Standfirst, content.SearchDescription),
        .. content.LeadPicture is { } lead ? new[] { new Passage("LeadCaption", Place.Paragraph, lead.Caption) } : [],
    ];

    private DraftDocument InBody(DraftDocument body)
    {
        var before = _hits.Count;
        var json = JsonNode.Parse(body.ToJson())!;
        Walk(json);
        return _hits.Count == before ? body : DraftDocument.Parse(json.ToJsonString());
    }

    private void Walk(JsonNode node)
    {
        var block = (string?)node["attrs"]?["id"] ?? "";
        if (node["attrs"] is JsonObject attributes)
            foreach (var (name, place) in WordsOfBlocks)
                if (attributes[name] is JsonValue value && value.TryGetValue<string>(out var words)) attributes[name] = Replace("Body", words, block, place);
        if (node["content"] is not JsonArray content) return;

        if (content.Any(child => (string?)child!["text"] is not null)) RunText.Replace(content, ChosenIn(content, block));
        else foreach (var child in content) Walk(child!);
    }

    // What stands between two things that are no text (a line break) is searched as one.
    private List<(int At, int Length, string New)> ChosenIn(JsonArray content, string block)
    {
        var (chosen, stretch, offset) = (new List<(int, int, string)>(), new StringBuilder(), 0);
        foreach (var inline in content)
        {
            if ((string?)inline!["text"] is { } text) stretch.Append(text);
            else Take();
        }
        Take();
        return chosen;

        void Take()
        {
            chosen.AddRange(Chosen("Body", stretch.ToString(), block, Place.Paragraph, offset).Select(words => (offset + words.At, words.Old.Length, words.New)));
            offset += stretch.Length + 1;
            stretch.Clear();
        }
    }

    private string Replace(string field, string text) => Replace(field, text, field, Place.Paragraph);

    private string Replace(string field, string text, string block, Place place)
    {
        var (made, end) = (new StringBuilder(), 0);
        foreach (var words in Chosen(field, text, block, place, 0))
        {
            made.Append(text, end, words.At - end).Append(words.New);
            end = words.End;
        }
        return end == 0 ? text : made.Append(text, end, text.Length - end).ToString();
    }

    private List<FoundWords> Chosen(string field, string text, string block, Place place, int offset)
    {
        var chosen = new List<FoundWords>();
        foreach (var words in _words.In(text))
        {
            var left = text[Math.Max(0, words.At - Around)..words.At];
            var right = text[words.End..Math.Min(text.Length, words.End + Around)];
            var hit = new BulkHit(field, words.At > Around ? $"…{left}" : left, words.Old, words.New, words.End + Around < text.Length ? $"{right}…" : right);
            var nth = _alike[hit] = _alike.GetValueOrDefault(hit, -1) + 1;
            hit = hit with { Nth = nth };
            if (_chosen is null ? words.Old != words.New : _chosen.Contains(hit)) chosen.Add(words);
            if (words.Old == words.New) continue;
            var isQuoted = _quoted.Touches(block, place, offset + words.At, words.Old.Length);
            _hits.Add(hit with { IsQuoted = isQuoted, IsChosen = !isQuoted || _words.ChangesQuotations });
        }
        return chosen;
    }
}
