using System.Text.RegularExpressions;
using Broadsheet.Articles;

namespace Broadsheet.Bulk;

/// <summary>One place where the words were found, with what stands around it.</summary>
/// <param name="Field">Headline, Standfirst, Body …</param>
/// <param name="Nth">Counts places that look the same.</param>
public sealed record BulkHit(string Field, string Left, string Old, string New, string Right, int Nth = 0)
{
    /// <summary>Somebody else's words: they are left as they are unless somebody says otherwise.</summary>
    public bool IsQuoted { get; init; }

    public bool IsChosen { get; init; } = true;

    /// <summary>The place alone, the same in the draft and in what readers see.</summary>
    internal BulkHit Place => this with { IsQuoted = false, IsChosen = true };
}

/// <summary>
/// Words in place of other words, in all that readers read of a story. In the body they are found across bold and links, and what takes
/// their place is marked as their first letter was.
/// </summary>
public sealed class TextReplacement(BulkChange change)
{
    private readonly Regex _find = new(Regex.Escape(change.Find), RegexOptions.CultureInvariant | (change.MatchesCase ? RegexOptions.None : RegexOptions.IgnoreCase), TimeSpan.FromSeconds(2));

    /// <summary>Every place where the words stand. What is quoted is not chosen, unless the change says so.</summary>
    public IReadOnlyList<BulkHit> HitsIn(ArticleContent content, string language) => new ReplacedContent(this, content, language, chosen: null).Hits;

    /// <summary>The content with the words replaced, there where it was chosen.</summary>
    public ArticleContent Apply(ArticleContent content, string language, IEnumerable<BulkHit> hits) =>
        new ReplacedContent(this, content, language, hits.Where(hit => hit.IsChosen).Select(hit => hit.Place).ToHashSet()).Content;

    internal bool ChangesQuotations => change.Quotations;

    internal IEnumerable<FoundWords> In(string text)
    {
        for (var match = _find.Match(text); match.Success;)
        {
            var isFound = !change.WholeWords || (WordBounds.IsBoundary(text, match.Index) && WordBounds.IsBoundary(text, match.Index + match.Length));
            if (isFound) yield return new(match.Index, match.Value, change.FollowsCase ? LetterCase.Follow(match.Value, change.Find, change.Replace) : change.Replace);
            match = isFound ? match.NextMatch() : _find.Match(text, match.Index + 1);
        }
    }
}

internal readonly record struct FoundWords(int At, string Old, string New)
{
    public int End => At + Old.Length;
}
