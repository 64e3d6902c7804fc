using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>Something that stands at /{slug} of an edition: sections, plain pages. Each says which slugs it has.</summary>
public interface IFirstSegments
{
    /// <param name="except">Public id of the one that asks: it may keep its own.</param>
    Task<bool> HaveAsync(long edition, string slug, Guid? except, CancellationToken stop);
}

/// <summary>Guards the first segment of addresses: one name, one thing, and none that belongs to the program.</summary>
public sealed class FirstSegments(IEnumerable<IFirstSegments> takers, Newspaper newspaper)
{
    /// <summary>Why the slug cannot be had, in the words of who wants it; null when it is free.</summary>
    /// <param name="may">A reserved name that this one may have, because the program's page there shows its text.</param>
    public async Task<string?> ProblemAsync(long edition, string slug, Guid? self, CancellationToken stop, string? may = null)
    {
        if (slug != may && ReservedSegments.Contains(slug)) return Text.T("slug.reserved", ("slug", slug));
        if (await newspaper.Editions.AnyAsync(row => row.Code == slug, stop)) return Text.T("slug.edition", ("slug", slug));
        foreach (var taker in takers)
            if (await taker.HaveAsync(edition, slug, self, stop)) return Text.T("slug.taken", ("slug", slug));
        return null;
    }
}

internal sealed class SectionSegments(Newspaper newspaper) : IFirstSegments
{
    public Task<bool> HaveAsync(long edition, string slug, Guid? except, CancellationToken stop) =>
        newspaper.Sections.AnyAsync(row => row.EditionId == edition && row.Slug == slug && row.PublicId != except, stop);
}
