using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sponsors;

/// <summary>{{ sponsor }}: who pays for a place on this page today. Nobody beside what is sensitive, or paid for itself. The page is made anew each day, so days begin and end by themselves.</summary>
public sealed class SponsorPart(Newspaper newspaper, StoryPictures pictures, TimeProvider clock) : PagePart
{
    public override string Name => "sponsor";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.IsSensitive || page.IsSponsored) return null;
        SponsorPlace? place = page.Subject switch { Article => SponsorPlace.Article, Edition => SponsorPlace.Front, _ => null };
        if (place is null || await newspaper.SponsorOfAsync(page.Edition.Id, place.Value, TodayIn(page.Edition), cancellation) is not { } sponsor) return null;

        var shown = page.Shown.ToList();
        if (place == SponsorPlace.Front && await newspaper.Articles.ByRows("articles").AnyAsync(row => shown.Contains(row.Id) && row.IsSensitive, cancellation)) return null;

        var loaded = sponsor.Picture is { } picture ? await pictures.LoadAsync([picture], cancellation) : null;
        return new SponsorView(sponsor, loaded?.ForArticle(new PictureUse(sponsor.Picture!.Value), page.Edition.Language, null));
    }

    private DateOnly TodayIn(PaperEdition edition) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), edition.Zone).DateTime);
}

public sealed class SponsorView(Sponsorship sponsor, PictureOnPageView? picture) : View
{
    protected internal override string Source => $"sponsor:{sponsor.Id}";

    public string Name => sponsor.Name;

    /// <summary>A sentence beside the picture; may be empty.</summary>
    public string Line => sponsor.Line;

    /// <summary>Space that was bought; else journalism that is paid for.</summary>
    public bool IsAdvertisement => sponsor.Label == SponsorLabel.Advertisement;

    /// <summary>Our own address, which counts the click and leads on.</summary>
    public string Href => FollowSponsor.PathOf(sponsor);

    /// <summary>Null: name and line alone.</summary>
    public PictureOnPageView? Picture => picture;
}

public static class SponsorQueries
{
    extension(Newspaper newspaper)
    {
        /// <summary>Who has a place on a day; null: nobody.</summary>
        public Task<Sponsorship?> SponsorOfAsync(long edition, SponsorPlace place, DateOnly day, CancellationToken stop) => newspaper.SharedAsync(("sponsor", edition, place, day), () => newspaper.Sponsorships.AsNoTracking()
            .Where(row => row.EditionId == edition && row.Place == place && !row.IsOff && row.From <= day && row.Until >= day).OrderBy(row => row.Id).FirstOrDefaultAsync(stop));
    }
}
