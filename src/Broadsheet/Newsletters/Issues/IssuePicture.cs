using System.Globalization;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Newsletters.Issues.IssueMail;

namespace Broadsheet.Newsletters.Issues;

/// <summary>The picture at the head of an issue.</summary>
/// <param name="Address">Whole; a JPEG, which every mail program draws.</param>
/// <param name="Width">In pixels. Programs keep the picture's proportions by themselves.</param>
/// <param name="Words">Caption and credit.</param>
public sealed record IssuePicture(string Address, int Width, string AltText, string Words)
{
    private const int Widest = 1280, Shown = 552;

    public string Html(string start)
    {
        var width = Math.Min(Width, Shown);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <tr><td align="{start}" style="padding:20px 24px 0"><img src="{E(Address)}" alt="{E(AltText)}" width="{width}" border="0" style="display:block;width:100%;max-width:{width}px;height:auto"><p class="quiet" style="margin:6px 0 0;font-family:Arial,sans-serif;font-size:13px;line-height:1.4" dir="auto">{E(Words)}</p></td></tr>
            """);
    }

    internal static IssuePicture Of(Picture picture, Edition edition, Hosts hosts)
    {
        var (address, width, _) = PictureView.JpegOf(picture, RenditionShape.Whole, Widest);
        return new(hosts.Link(address), width, picture.AltText, string.Join(' ', new[] { picture.Caption, picture.Credit.Print(edition.Language) }.Where(words => words.Length > 0)));
    }
}

public static class IssuePictures
{
    extension(Newspaper newspaper)
    {
        /// <summary>The picture of an issue as it may be shown at this moment; null: there is none, or its rights have ended.</summary>
        public async Task<IssuePicture?> PictureOfIssueAsync(Issue issue, Edition edition, Hosts hosts, DateTimeOffset now, CancellationToken stop) =>
            issue.Picture is { } id && await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop) is { } picture && picture.MayBeShownAt(now)
                ? IssuePicture.Of(picture, edition, hosts) : null;
    }
}

/// <summary>Issues at whose head a picture stands.</summary>
internal sealed class PicturesOfIssues(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop) =>
        [.. (await newspaper.Issues.AsNoTracking().Where(row => row.Picture == picture).Join(newspaper.Newsletters, issue => issue.NewsletterId, letter => letter.Id, (issue, letter) => new { issue.Id, issue.Subject, letter.Name }).OrderBy(row => row.Id).ToListAsync(stop))
            .Select(row => new PlaceOfPicture(row.Subject.Length > 0 ? row.Subject : row.Name, $"/newsroom/issues/{row.Id}", Text.T("issue.picture.use")))];
}
