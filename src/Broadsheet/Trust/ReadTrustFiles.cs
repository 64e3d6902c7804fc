using System.Globalization;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Trust;

/// <summary>/trust.txt, /ads.txt and /.well-known/security.txt. Once for the whole paper.</summary>
public static class ReadTrustFiles
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods("/trust.txt", reading, Trust);
        paper.MapMethods("/.well-known/trust.txt", reading, Trust);
        paper.MapMethods("/ads.txt", reading, Ads);
        paper.MapMethods("/.well-known/security.txt", reading, Security);
        paper.MapMethods("/security.txt", reading, () => Results.Redirect("/.well-known/security.txt", permanent: true));
    }

    internal static async Task<IResult> Trust(HttpContext http, Newspaper newspaper, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { Code: "" } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var (files, said, terms) = (await newspaper.SettingAsync<TrustFiles>(stop), (await newspaper.SettingOfAsync<TrustStatement>(edition.Id, stop)).Value, await newspaper.SettingAsync<MachineTerms>(stop));
        if (!files.RelationLines.Any() && !said.Subjects.Any() && !terms.IsStated) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        return MachineAnswer.Lines([
            "# https://journallist.net/reference-document-for-trust-txt-specifications",
            .. files.RelationLines,
            .. said.Mail.Length > 0 ? [$"contact=mailto:{said.Mail}"] : Array.Empty<string>(),
            .. said.Subjects.Select(subject => $"disclosure={origin.Whole(said.AddressOf(subject, paper)!)}"),
            .. terms.IsStated ? [$"datatrainingallowed={(terms.Training ? "yes" : "no")}"] : Array.Empty<string>(),
        ]);
    }

    internal static async Task<IResult> Ads(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        if (http.Edition is not { Code: "" }) return await Missing.AnswerAsync(http, newspaper, stop);
        var lines = (await newspaper.SettingAsync<TrustFiles>(stop)).AdLines.ToList();
        // Without any seller this line says that there is none (IAB, ads.txt 1.1, 3.2.1); an empty or missing file says that nobody knows.
        return MachineAnswer.Lines(lines.Count > 0 ? lines : ["placeholder.example.com, placeholder, DIRECT, placeholder"]);
    }

    /// <summary>RFC 9116. Its end is always more than a month and less than half a year off, and moves on by itself.</summary>
    internal static async Task<IResult> Security(HttpContext http, Newspaper newspaper, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { Code: "" } || await newspaper.SettingAsync<TrustFiles>(stop) is not { Security.Length: > 0 } files) return await Missing.AnswerAsync(http, newspaper, stop);

        var now = clock.GetUtcNow();
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        newspaper.Reads?.ExpireAt(month.AddMonths(1));
        var languages = string.Join(", ", http.Editions.Select(row => row.Language).Distinct());
        return MachineAnswer.Lines([
            $"Contact: {files.Security}",
            $"Expires: {month.AddMonths(4).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}",
            $"Preferred-Languages: {languages}",
            $"Canonical: {origin.Whole("/.well-known/security.txt")}",
            .. files.SecurityPolicy.Length > 0 ? [$"Policy: {files.SecurityPolicy}"] : Array.Empty<string>(),
        ]);
    }
}
