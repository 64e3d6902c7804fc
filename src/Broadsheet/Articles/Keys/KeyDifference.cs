using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Web;

namespace Broadsheet.Articles.Keys;

/// <summary>What changed between the text that a key was given to and the one that stands now, in paragraphs and fields.</summary>
public sealed record KeyDifference(IReadOnlyList<KeyDifference.Change> Changes)
{
    /// <param name="Before">Empty: it is new.</param>
    /// <param name="After">Empty: it is gone.</param>
    public sealed record Change(string Where, string Before, string After);

    public static KeyDifference Between(ArticleContent before, ArticleContent after)
    {
        var changes = new List<Change>();
        Compare("article.headline", before.Headline, after.Headline);
        Compare("article.standfirst", before.Standfirst, after.Standfirst);
        Compare("article.dateline", before.Dateline, after.Dateline);
        changes.AddRange(Blocks(before.Body.ForPublication(), after.Body.ForPublication()));
        // Everything else is settings of the story, told by one word.
        if (changes.Count == 0) changes.Add(new(Text.T("keys.changedFields"), "", ""));
        return new(changes);

        void Compare(string where, string left, string right)
        {
            if (left != right) changes.Add(new(Text.T(where), left, right));
        }
    }

    // Block ids stay when a text changes: what has the same id is the same paragraph.
    private static IEnumerable<Change> Blocks(PublishedDocument before, PublishedDocument after)
    {
        var (old, now) = (Texts(before), Texts(after));
        foreach (var (id, text) in now)
            if (old.GetValueOrDefault(id, "") is var was && was != text) yield return new(Text.T("article.body"), was, text);
        foreach (var (id, text) in old)
            if (!now.ContainsKey(id)) yield return new(Text.T("article.body"), text, "");
    }

    private static Dictionary<string, string> Texts(PublishedDocument document) => document.Content.DistinctBy(block => block.Id).ToDictionary(block => block.Id, new PlainTextRenderer(NoParts.Instance).RenderAlone);
}
