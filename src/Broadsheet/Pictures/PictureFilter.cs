using Broadsheet.Web.Fields;
using System.Globalization;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <summary>What the library is asked for, as its address says it.</summary>
/// <param name="Use">"used" or "unused"; else either.</param>
/// <param name="Rights">"ended", "ending", "none" (nobody credited), "closed" (not for republication), "minor"; else any.</param>
public sealed record PictureFilter(string Words, string Creator, string Agency, string Licence, string From, string To, string Use, string Rights)
{
    /// <summary>How long before their end rights are warned of.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromDays(14);

    public static PictureFilter Read(IQueryCollection query) => new(
        query["q"].ToString(), query["creator"].ToString(), query["agency"].ToString(), query["licence"].ToString(),
        query["from"].ToString(), query["to"].ToString(), query["use"].ToString(), query["rights"].ToString());

    /// <summary>Whether anything but words is asked for.</summary>
    public bool IsNarrow => this with { Words = "" } != new PictureFilter("", "", "", "", "", "", "", "");

    public string Address(int page) => QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["creator"] = Creator,
        ["agency"] = Agency,
        ["licence"] = Licence,
        ["from"] = From,
        ["to"] = To,
        ["use"] = Use,
        ["rights"] = Rights,
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is { Length: > 0 })).ToString();

    public IQueryable<Picture> Of(Newspaper newspaper, DateTimeOffset now)
    {
        var pictures = newspaper.Pictures.AsNoTracking().Matching(Words);
        var (creator, agency, licence) = (Creator.Trim().ToLowerInvariant(), Agency.Trim().ToLowerInvariant(), Licence.Trim());
        if (creator.Length > 0) pictures = pictures.Where(picture => picture.CreatorText.Contains(creator));
        if (agency.Length > 0) pictures = pictures.Where(picture => picture.AgencyText.Contains(agency));
        if (licence.Length > 0) pictures = pictures.Where(picture => picture.Licence == licence);
        if (FieldDay.Read(From) is { } from) pictures = pictures.Where(picture => picture.TakenOn >= from);
        if (FieldDay.Read(To) is { } to) pictures = pictures.Where(picture => picture.TakenOn <= to);
        var used = newspaper.Set<PictureUsed>();
        if (Use == "used") pictures = pictures.Where(picture => used.Any(row => row.Picture == picture.PublicId));
        if (Use == "unused") pictures = pictures.Where(picture => !used.Any(row => row.Picture == picture.PublicId));
        return Rights switch
        {
            "ended" => pictures.Where(picture => picture.RightsEnd <= now),
            "ending" => pictures.EndingSoon(now),
            "none" => pictures.Where(picture => picture.IsUncredited),
            "closed" => pictures.Where(picture => picture.IsNotForRepublication),
            "minor" => pictures.Where(picture => picture.ShowsMinor),
            _ => pictures,
        };
    }
}

public static class EndingRights
{
    extension(IQueryable<Picture> pictures)
    {
        public IQueryable<Picture> EndingSoon(DateTimeOffset now)
        {
            var soon = now + PictureFilter.Warning;
            return pictures.Where(picture => picture.RightsEnd > now && picture.RightsEnd <= soon);
        }
    }
}
