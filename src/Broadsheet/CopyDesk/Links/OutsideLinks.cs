using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.CopyDesk.Links;

internal sealed class OutsideLinkTable : IEntityTypeConfiguration<OutsideLink>
{
    public void Configure(EntityTypeBuilder<OutsideLink> link)
    {
        link.ToTable("outside_links");
        link.Property(row => row.Address).HasMaxLength(OutsideLink.Longest);
        link.Property(row => row.Host).HasMaxLength(255);
        link.HasIndex(row => row.Address).IsUnique();
        link.HasIndex(row => row.DueAt);
        link.HasIndex(row => row.Host);
    }
}

public static class OutsideLinkSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<OutsideLink> OutsideLinks => newspaper.Set<OutsideLink>();
    }
}

/// <summary>Which links out of the paper lead nowhere, as far as is known. Nobody waits for an answer from outside: <see cref="AskOutsideLinks"/> gets it.</summary>
public sealed class OutsideLinks(Newspaper newspaper, PaperOrigin origin, TimeProvider clock)
{
    // A story with more is a list of links.
    private const int Most = 200;

    /// <summary>The addresses of these stories that are known to be gone, as they stand there.</summary>
    public async Task<IReadOnlySet<string>> DeadAsync(Copy copy, CancellationToken stop)
    {
        var links = In(copy);
        var addresses = links.Select(link => link.Address).Distinct().ToList();
        if (addresses.Count == 0) return new HashSet<string>();
        var dead = (await newspaper.OutsideLinks.AsNoTracking().Where(row => addresses.Contains(row.Address) && row.IsDead).Select(row => row.Address).ToListAsync(stop)).ToHashSet();
        return links.Where(link => dead.Contains(link.Address)).Select(link => link.Href).ToHashSet();
    }

    /// <summary>Writes down what is not known yet, to be asked soon.</summary>
    public async Task NoteAsync(Copy copy, CancellationToken stop)
    {
        var found = In(copy).DistinctBy(link => link.Address).ToList();
        var addresses = found.ConvertAll(link => link.Address);
        if (addresses.Count == 0) return;
        var known = (await newspaper.OutsideLinks.Where(row => addresses.Contains(row.Address)).Select(row => row.Address).ToListAsync(stop)).ToHashSet();
        // Two stories that are read together may lead to the same place.
        known.UnionWith(newspaper.OutsideLinks.Local.Select(row => row.Address));
        newspaper.OutsideLinks.AddRange(found.Where(link => !known.Contains(link.Address)).Select(link => new OutsideLink(link.Address, link.Host, clock.GetUtcNow())));
    }

    private List<(string Href, string Address, string Host)> In(Copy copy) =>
    [
        .. copy.Passages.SelectMany(passage => passage.Links).Select(link => link.Address).Distinct().Take(Most)
            .Select(href => (Href: href, Uri: OutsideLink.Of(href)))
            .Where(link => link.Uri is not null && !link.Uri.AbsoluteUri.StartsWith(origin.Origin + "/", StringComparison.OrdinalIgnoreCase))
            .Select(link => (link.Href, link.Uri!.AbsoluteUri, link.Uri.IdnHost.ToLowerInvariant())),
    ];
}
