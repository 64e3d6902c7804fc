using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Sponsors.Desk;

/// <summary>What a sponsor's page asks, as typed.</summary>
public sealed record SponsorForm(long Edition, SponsorPlace Place, string Name, string Line, SponsorLabel Label, string Link, Guid? Picture, string From, string Until, bool IsOff, long Revision)
{
    public static SponsorForm Empty(long edition, DateOnly today) => new(edition, SponsorPlace.Article, "", "", SponsorLabel.SponsoredBy, "", null, FieldDay.Of(today), "", false, 0);

    public static SponsorForm Of(Sponsorship row) => new(row.EditionId, row.Place, row.Name, row.Line, row.Label, row.Link, row.Picture, FieldDay.Of(row.From), FieldDay.Of(row.Until), row.IsOff, row.Revision);

    public static SponsorForm Read(IFormCollection form)
    {
        return new(long.TryParse(form["Edition"], CultureInfo.InvariantCulture, out var edition) ? edition : 0, Choice<SponsorPlace>("Place"), Text("Name"), Text("Line"), Choice<SponsorLabel>("Label"), Text("Link"),
            Guid.TryParse(form["Picture"], out var picture) ? picture : null, Text("From"), Text("Until"), form["IsOff"] == "true", long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        string Text(string field) => form[field].ToString().ReplaceLineEndings(" ").Trim();
        T Choice<T>(string field) where T : struct, Enum => Enum.TryParse<T>(form[field], out var chosen) && Enum.IsDefined(chosen) ? chosen : default;
    }

    public DateOnly? FirstDay => FieldDay.Read(From);
    public DateOnly? LastDay => FieldDay.Read(Until);

    public async Task<Problems> CheckAsync(long? own, Newspaper newspaper, CancellationToken stop)
    {
        var problems = new Problems();
        if (Name.Length is 0 or > Sponsorship.LongestName) problems.Add(nameof(Name), T("sponsor.problem.name"));
        if (Line.Length > Sponsorship.LongestLine) problems.Add(nameof(Line), T("sponsor.problem.line"));
        if (!Uri.TryCreate(Link, UriKind.Absolute, out var there) || there.AbsoluteUri.Length > Sponsorship.LongestLink || there.Scheme != Uri.UriSchemeHttps) problems.Add(nameof(Link), T("sponsor.problem.link"));
        if (FirstDay is not { } first) problems.Add(nameof(From), T("sponsor.problem.day"));
        else if (LastDay is not { } last || last < first) problems.Add(nameof(Until), T("sponsor.problem.until"));
        else if (!IsOff && await newspaper.Sponsorships.AsNoTracking().OrderBy(row => row.From)
            .FirstOrDefaultAsync(row => row.Id != own && row.EditionId == Edition && row.Place == Place && !row.IsOff && row.From <= last && row.Until >= first, stop) is { } other)
            problems.Add(nameof(From), T("sponsor.problem.taken", ("name", other.Name), ("from", FieldDay.Of(other.From)), ("until", FieldDay.Of(other.Until))));
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public void Fill(Sponsorship row) => row.Change(Place, Name, Line, Label, new Uri(Link).AbsoluteUri, Picture, FirstDay!.Value, LastDay!.Value, IsOff);

    public IReadOnlyList<StaleText> Against(SponsorForm theirs) => StaleText.Of(
        new(T("sponsor.name"), Name, theirs.Name), new(T("sponsor.line"), Line, theirs.Line), new(T("sponsor.link"), Link, theirs.Link), new(T("sponsor.days"), $"{From} – {Until}", $"{theirs.From} – {theirs.Until}"));

}
