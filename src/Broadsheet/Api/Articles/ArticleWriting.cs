using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Document;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

/// <summary>Puts what was sent over what stands in a draft, with every name in it looked up.</summary>
internal sealed class ArticleWriting(Newspaper newspaper, BodyReading bodies)
{
    /// <param name="sent">What it does not give stays as it is in <paramref name="current"/>.</param>
    /// <param name="edition">Whose sections and topics the names are.</param>
    /// <exception cref="ApiProblemException">Names everything that does not exist, with its place.</exception>
    public async Task<Written> WriteAsync<T>(Sent<T> sent, ArticleContent current, long edition, CancellationToken stop) where T : ArticleText
    {
        var fields = sent.Value;
        var problems = new List<ProblemPart>();
        var (body, notes) = await bodies.ReadAsync(sent, current.Body, stop);
        var content = current with
        {
            Headline = Line(nameof(fields.Headline), fields.Headline, current.Headline),
            ShortHeadline = Line(nameof(fields.ShortHeadline), fields.ShortHeadline, current.ShortHeadline),
            Standfirst = Line(nameof(fields.Standfirst), fields.Standfirst, current.Standfirst),
            Dateline = Line(nameof(fields.Dateline), fields.Dateline, current.Dateline),
            Body = body,
            LeadPicture = sent.Gives(nameof(fields.LeadPicture)) ? await LeadAsync(fields.LeadPicture) : current.LeadPicture,
            Kind = sent.Gives(nameof(fields.Kind)) ? fields.Kind ?? ArticleKind.News : current.Kind,
            Payer = Line(nameof(fields.Payer), fields.Payer, current.Payer),
            Section = sent.Gives(nameof(fields.Section)) ? (await SectionsAsync("section", fields.Section is null ? [] : [fields.Section])).Cast<Guid?>().FirstOrDefault() : current.Section,
            AlsoIn = sent.Gives(nameof(fields.AlsoIn)) ? await SectionsAsync("alsoIn[{0}]", fields.AlsoIn) : current.AlsoIn,
            Topics = sent.Gives(nameof(fields.Topics)) ? await TopicsAsync(fields.Topics) : current.Topics,
            Series = sent.Gives(nameof(fields.Series)) ? await SeriesAsync(fields.Series) : current.Series,
            Bylines = sent.Gives(nameof(fields.Bylines)) ? await BylinesAsync(fields.Bylines ?? []) : current.Bylines,
            Slug = Line(nameof(fields.Slug), fields.Slug, current.Slug),
            SearchTitle = Line(nameof(fields.SearchTitle), fields.SearchTitle, current.SearchTitle),
            SearchDescription = Line(nameof(fields.SearchDescription), fields.SearchDescription, current.SearchDescription),
            Related = sent.Gives(nameof(fields.Related)) ? await RelatedAsync(fields.Related ?? []) : current.Related,
            Source = sent.Gives(nameof(fields.Source)) ? Source(fields.Source) : current.Source,
            IsSensitive = sent.Gives(nameof(fields.IsSensitive)) ? fields.IsSensitive ?? false : current.IsSensitive,
        };

        return problems.Count == 0 ? new(content, notes) : throw ProblemKind.Unfit.Exception(problems[0].Message, problems);

        string Line(string member, string? value, string standing) => sent.Gives(member) ? Clean(value) : standing;

        async Task<PictureUse?> LeadAsync(LeadPicture? lead)
        {
            if (lead is null) return null;
            if (!await newspaper.Pictures.AnyAsync(row => row.PublicId == lead.Picture, stop)) problems.Add(new("leadPicture.picture", $"There is no picture {lead.Picture}."));
            return new(lead.Picture, Clean(lead.Caption), Clean(lead.AltText));
        }

        async Task<IReadOnlyList<Guid>> SectionsAsync(string path, IReadOnlyList<string>? names)
        {
            var known = await newspaper.Sections.Where(row => row.EditionId == edition).Select(row => new { row.PublicId, row.Slug }).ToListAsync(stop);
            return Find(path, names, known.ToDictionary(row => row.Slug, row => row.PublicId), "section in this edition");
        }

        async Task<IReadOnlyList<Guid>> TopicsAsync(IReadOnlyList<string>? names)
        {
            var (ids, slugs) = Split(names);
            var known = await newspaper.Topics.Where(row => row.EditionId == edition && (ids.Contains(row.PublicId) || slugs.Contains(row.Slug))).Select(row => new { row.PublicId, row.Slug }).ToListAsync(stop);
            return Find("topics[{0}]", names, known.ToDictionary(row => row.Slug, row => row.PublicId), "topic in this edition");
        }

        async Task<Guid?> SeriesAsync(string? name)
        {
            if (string.IsNullOrEmpty(name)) return null;
            var known = await newspaper.StorySeries.Where(row => row.EditionId == edition).Select(row => new { row.PublicId, row.Slug }).ToListAsync(stop);
            return Find("series", [name], known.ToDictionary(row => row.Slug, row => row.PublicId), "series in this edition").Cast<Guid?>().FirstOrDefault();
        }

        async Task<IReadOnlyList<Byline>> BylinesAsync(IReadOnlyList<BylineFields> lines)
        {
            var (ids, slugs) = Split([.. lines.Select(line => line.Contributor).OfType<string>()]);
            var known = (await newspaper.Contributors.Where(row => ids.Contains(row.PublicId) || slugs.Contains(row.Slug)).Select(row => new { row.PublicId, row.Slug }).ToListAsync(stop))
                .ToDictionary(row => row.Slug, row => row.PublicId);
            return [.. lines.Select((line, index) => new Byline(
                string.IsNullOrEmpty(line.Contributor) ? null : Find($"bylines[{index}].contributor", [line.Contributor], known, "contributor").Cast<Guid?>().FirstOrDefault(),
                Clean(line.Name), Clean(line.Role)))];
        }

        async Task<IReadOnlyList<Guid>> RelatedAsync(IReadOnlyList<Guid> ids)
        {
            var known = await newspaper.Articles.Where(row => ids.Contains(row.PublicId)).Select(row => row.PublicId).ToListAsync(stop);
            for (var index = 0; index < ids.Count; index++)
                if (!known.Contains(ids[index])) problems.Add(new($"related[{index}]", $"There is no article {ids[index]}."));
            return ids;
        }

        IReadOnlyList<Guid> Find(string path, IReadOnlyList<string>? names, Dictionary<string, Guid> known, string what)
        {
            var found = new List<Guid>();
            foreach (var (name, index) in (names ?? []).Select((name, index) => (name, index)))
            {
                if (known.TryGetValue(name, out var bySlug)) found.Add(bySlug);
                else if (Guid.TryParse(name, out var id) && known.ContainsValue(id)) found.Add(id);
                else problems.Add(new(path.Replace("{0}", $"{index}", StringComparison.Ordinal), $"There is no {what} called “{name}”."));
            }
            return found;
        }
    }

    private static (List<Guid> Ids, List<string> Slugs) Split(IReadOnlyList<string>? names) =>
        ([.. (names ?? []).Select(name => Guid.TryParse(name, out var id) ? id : Guid.Empty)], [.. names ?? []]);

    private static ArticleSource? Source(SourceFields? source) => source is null ? null : new()
    {
        Kind = source.Kind ?? ArticleSourceKind.Own,
        ItemId = Clean(source.ItemId),
        Credit = Clean(source.Credit),
        CanonicalUrl = Clean(source.CanonicalUrl),
        Withheld = source.Withheld ?? [],
        RightsEnd = source.RightsEnd?.ToUniversalTime(),
    };

    private static string Clean(string? text) => DocumentText.Clean(text ?? "").Trim();
}

/// <summary>An article's content made of a request, and what of its body did not fit.</summary>
internal sealed record Written(ArticleContent Content, IReadOnlyList<ReadingNoteAnswer> Notes);
