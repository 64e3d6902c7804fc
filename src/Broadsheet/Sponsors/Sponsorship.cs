using Broadsheet.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Sponsors;

/// <summary>What a sponsor's place is called to readers: who pays for journalism, or who buys space.</summary>
public enum SponsorLabel
{
    SponsoredBy,
    Advertisement,
}

/// <summary>Where a sponsor stands. There is one at a time in each place.</summary>
public enum SponsorPlace
{
    /// <summary>Below the text of stories.</summary>
    Article,

    /// <summary>On the front page, between its rows.</summary>
    Front,

    Newsletter,
}

/// <summary>A place that somebody pays for: the paper's own picture of it, a label, a link, first and last day. Drawn by us, so that nobody follows a reader.</summary>
public sealed class Sponsorship(long editionId, SponsorPlace place)
{
    public const int LongestName = 120, LongestLine = 200, LongestLink = 500;

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public SponsorPlace Place { get; private set; } = place;
    public string Name { get; private set; } = "";

    /// <summary>A sentence beside the picture; may be empty.</summary>
    public string Line { get; private set; } = "";

    public SponsorLabel Label { get; private set; }

    /// <summary>Where it leads, https.</summary>
    public string Link { get; private set; } = "";

    /// <summary>By its public id; null: name and line alone.</summary>
    public Guid? Picture { get; private set; }

    /// <summary>First and last day, by the clock of the edition.</summary>
    public DateOnly From { get; private set; }

    /// <inheritdoc cref="From"/>
    public DateOnly Until { get; private set; }

    /// <summary>Taken off before its last day.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public bool RunsOn(DateOnly day) => !IsOff && From <= day && day <= Until;

    public void Change(SponsorPlace place, string name, string line, SponsorLabel label, string link, Guid? picture, DateOnly from, DateOnly until, bool isOff)
    {
        (Place, Name, Line, Label, Link, Picture) = (place, name, line, label, link, picture);
        (From, Until, IsOff, Revision) = (from, until, isOff, Revision + 1);
    }
}

internal sealed class SponsorshipTable : IEntityTypeConfiguration<Sponsorship>
{
    public void Configure(EntityTypeBuilder<Sponsorship> sponsorship)
    {
        sponsorship.ToTable("sponsorships");
        sponsorship.HasIndex(row => row.PublicId).IsUnique();
        sponsorship.HasIndex(row => new { row.EditionId, row.Place, row.From });
        sponsorship.Property(row => row.Name).HasMaxLength(Sponsorship.LongestName);
        sponsorship.Property(row => row.Line).HasMaxLength(Sponsorship.LongestLine);
        sponsorship.Property(row => row.Link).HasMaxLength(Sponsorship.LongestLink);
        sponsorship.Property(row => row.Revision).IsConcurrencyToken();
        sponsorship.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}
