using System.Globalization;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Sponsors;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Newsletters.Issues.IssueMail;

namespace Broadsheet.Newsletters.Issues;

/// <summary>Who sponsors an issue: on a tint, below its stories, and said so.</summary>
/// <param name="Label">"Sponsored by", in the edition's language.</param>
/// <param name="Address">Ours, whole, which counts and leads on.</param>
/// <param name="Picture">Whole; empty: there is none.</param>
public sealed record IssueSponsor(string Label, string Name, string Line, string Address, string Picture, string AltText, int Width, int Height)
{
    private const int Widest = 552;

    public string Html(string start)
    {
        var (width, height) = Width <= Widest ? (Width, Height) : (Widest, (int)Math.Round((double)Height * Widest / Width));
        var picture = Picture.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"""<a href="{E(Address)}"><img src="{E(Picture)}" alt="{E(AltText)}" width="{width}" height="{height}" border="0" style="display:block;width:100%;max-width:{width}px;height:auto;margin:8px 0 0"></a>""");
        return string.Create(CultureInfo.InvariantCulture, $"""
            <tr><td style="padding:28px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="paid ink" align="{start}" style="padding:12px 14px 14px;font-family:Arial,sans-serif"><p class="quiet" style="margin:0;font-size:13px;line-height:1.4">{E(Label)}</p>{picture}<p style="margin:8px 0 0;font-size:16px;line-height:1.4" dir="auto"><a href="{E(Address)}" style="text-decoration:none"><b>{E(Name)}</b>{(Line.Length == 0 ? "" : $"<br>{E(Line)}")}</a></p></td></tr></table></td></tr>
            """);
    }

    public string Text => $"[{Label}] {Name}{(Line.Length == 0 ? "" : $"\n{Line}")}\n{Address}";
}

/// <summary>Finds who sponsors an edition's newsletters today.</summary>
public static class IssueSponsors
{
    extension(Newspaper newspaper)
    {
        /// <param name="stories">Those of the issue: beside a sensitive one stands nobody.</param>
        public async Task<IssueSponsor?> SponsorOfIssueAsync(Edition edition, IReadOnlyList<long> stories, ReaderWords words, Hosts hosts, DateTimeOffset now, CancellationToken stop)
        {
            if (await newspaper.SponsorOfAsync(edition.Id, SponsorPlace.Newsletter, edition.DayOf(now), stop) is not { } found) return null;
            if (await newspaper.Set<Articles.Article>().AnyAsync(row => stories.Contains(row.Id) && row.IsSensitive, stop)) return null;

            var picture = found.Picture is { } id ? await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop) : null;
            var view = picture?.MayBeShownAt(now) == true ? PictureView.Of(picture, edition.Language, RenditionShape.Whole, "", null, null) : null;
            return new(words.Say(edition.ForPaper(), found.Label == SponsorLabel.Advertisement ? "sponsor.advertisement" : "sponsor.by"), found.Name, found.Line,
                hosts.Link(FollowSponsor.PathOf(found)), view is null ? "" : hosts.Link(view.Url), view?.AltText ?? "", view?.Width ?? 0, view?.Height ?? 0);
        }
    }
}
