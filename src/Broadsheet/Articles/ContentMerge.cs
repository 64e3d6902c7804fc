using Broadsheet.Document.Comparing;

namespace Broadsheet.Articles;

/// <param name="Field">As the article's form names it; "Body" for a block of the body.</param>
/// <param name="Mine">Empty: mine took it out.</param>
/// <param name="Theirs">Empty: theirs took it out.</param>
public sealed record UnmergedField(string Field, string Mine, string Theirs);

/// <summary>
/// Two contents that began from one, field by field and in texts word by word. Pure: a fix that was made over what readers see is
/// brought into the draft so. Where both changed the same thing differently, mine stands and theirs is told.
/// </summary>
public sealed record ContentMerge(ArticleContent Content, IReadOnlyList<UnmergedField> Unmerged)
{
    public static ContentMerge Of(ArticleContent origin, ArticleContent mine, ArticleContent theirs)
    {
        var unmerged = new List<UnmergedField>();
        var body = DocumentMerge.Of(origin.Body, mine.Body, theirs.Body);
        var content = mine with
        {
            Headline = Words("Headline", content => content.Headline),
            ShortHeadline = Words("ShortHeadline", content => content.ShortHeadline),
            Standfirst = Words("Standfirst", content => content.Standfirst),
            Dateline = Words("Dateline", content => content.Dateline),
            Payer = Words("Payer", content => content.Payer),
            SearchTitle = Words("SearchTitle", content => content.SearchTitle),
            SearchDescription = Words("SearchDescription", content => content.SearchDescription),
            Slug = One("Slug", content => content.Slug, slug => slug),
            LeadPicture = One("LeadPicture", content => content.LeadPicture, use => use?.Caption ?? ""),
            Kind = One("Kind", content => content.Kind, kind => kind.ToString()),
            Section = One("Section", content => content.Section, id => $"{id}"),
            AlsoIn = Row("AlsoIn", content => content.AlsoIn),
            Topics = Row("Topics", content => content.Topics),
            Series = One("Series", content => content.Series, id => $"{id}"),
            Related = Row("Related", content => content.Related),
            Bylines = Row("BylineName", content => content.Bylines),
            Source = One("SourceKind", content => content.Source, source => source?.Credit ?? ""),
            IsSensitive = One("IsSensitive", content => content.IsSensitive, value => $"{value}"),
            Body = body.Document,
        };
        return new(content, [.. unmerged, .. body.Unmerged.Select(text => new UnmergedField("Body", text.Mine, text.Theirs))]);

        string Words(string field, Func<ArticleContent, string> of)
        {
            if (WordMerge.Of(of(origin), of(mine), of(theirs)) is { } merged) return merged;
            unmerged.Add(new(field, of(mine), of(theirs)));
            return of(mine);
        }

        T One<T>(string field, Func<ArticleContent, T> of, Func<T, string> words) => Decide(field, of(origin), of(mine), of(theirs), EqualityComparer<T>.Default.Equals, words);

        IReadOnlyList<T> Row<T>(string field, Func<ArticleContent, IReadOnlyList<T>> of) =>
            Decide(field, of(origin), of(mine), of(theirs), (one, other) => one.SequenceEqual(other), row => string.Join(", ", row));

        T Decide<T>(string field, T was, T ours, T others, Func<T, T, bool> equal, Func<T, string> words)
        {
            if (equal(others, was) || equal(ours, others)) return ours;
            if (equal(ours, was)) return others;
            unmerged.Add(new(field, words(ours), words(others)));
            return ours;
        }
    }
}
