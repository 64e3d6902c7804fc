using Broadsheet.Machine;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Syndication;

/// <summary>/robots.txt: what is not for robots, which robots may not come, and where the sitemaps are.</summary>
internal static class ReadRobots
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/robots.txt", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(PaperOrigin origin, MachineSettings machine, Newspaper newspaper, CancellationToken stop) =>
        // A staging copy: nobody is to find it.
        MachineAnswer.Lines(machine.Staging ? ["User-agent: *", "Disallow: /"] : Lines(await newspaper.SettingAsync<MachineTerms>(stop), origin));

    private static IEnumerable<string> Lines(MachineTerms terms, PaperOrigin origin)
    {
        yield return "User-agent: *";
        if (RobotRules.SignalOf(terms) is { } signal) yield return signal;
        foreach (var path in new[] { "/newsroom", "/api/", "/reads" }) yield return $"Disallow: {path}";

        string[] shutOut = [.. RobotRules.ShutOut(terms)];
        if (shutOut.Length > 0)
        {
            yield return "";
            foreach (var robot in shutOut) yield return $"User-agent: {robot}";
            yield return "Disallow: /";
        }

        yield return "";
        if (terms.IsStated) yield return $"License: {origin.Whole(MachineTerms.Licence)}";
        // Who may not list the pages must still be able to read that they may not (X-Robots-Tag), but needs no list of them.
        if (terms.IsStated && !terms.Search) yield break;
        yield return $"Sitemap: {origin.Whole("/sitemap.xml")}";
        yield return $"Sitemap: {origin.Whole("/news-sitemap.xml")}";
    }
}
