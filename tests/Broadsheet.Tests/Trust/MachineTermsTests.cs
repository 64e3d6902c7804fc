using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Broadsheet.Settings;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Tests.Trust;

/// <summary>One choice, written in seven places that must say the same.</summary>
public sealed class MachineTermsTests
{
    private static readonly string[] SearchRobots = ["Googlebot", "bingbot"];

    private static readonly XNamespace Rsl = "https://rslstandard.org/rsl";

    [Fact]
    public async Task Whatever_is_chosen_no_place_says_another_thing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        for (var choice = 0; choice < 8; choice++)
        {
            var terms = new MachineTerms { IsStated = true, Search = (choice & 1) > 0, Input = (choice & 2) > 0, Training = (choice & 4) > 0, Terms = "https://post.example/terms" };
            await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(terms, 0, newsroom.Clock.GetUtcNow()));
            var wanted = (terms.Search, terms.Input, terms.Training);

            Assert.Equal(wanted, await InSignalAsync(newsroom));
            Assert.Equal(wanted, await InLicenceAsync(newsroom));
            var groups = Groups(await newsroom.Client.GetStringAsync("/robots.txt"));
            Assert.All(RobotRules.ForTraining, robot => Assert.Equal(terms.Training, IsLetIn(groups, robot, "/city/harbour-wall-falls")));
            Assert.All(RobotRules.ForInput, robot => Assert.Equal(terms.Input, IsLetIn(groups, robot, "/city/harbour-wall-falls")));
            // A search engine must come in to read that it may not list.
            Assert.All(SearchRobots, robot => Assert.True(IsLetIn(groups, robot, "/") && !IsLetIn(groups, robot, "/newsroom/articles")));
            Assert.Equal(terms.Search, (await newsroom.Client.GetStringAsync("/robots.txt")).Contains("Sitemap:", StringComparison.Ordinal));

            foreach (var page in new[] { "/", "/city/harbour-wall-falls", "/feed.atom", "/city", "/nowhere" })
            {
                using var answer = await newsroom.Client.GetAsync(page);
                var robots = Header(answer, "X-Robots-Tag").Split(", ", StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal((terms.Search, terms.Training), (!robots.Contains("noindex"), !robots.Contains("noai")));
                Assert.Equal(terms.Input && terms.Training ? "0" : "1", Header(answer, "tdm-reservation"));
                Assert.Equal(terms.IsReserved ? terms.Terms : "", Header(answer, "tdm-policy"));
                Assert.Contains("/license.xml>; rel=\"license\"", Header(answer, "Link"), StringComparison.Ordinal);
            }
            // What is never listed says so beside it, and does not take it back.
            using (var found = await newsroom.Client.GetAsync("/search/feed.atom?q=harbour"))
            {
                var robots = found.Headers.GetValues("X-Robots-Tag").SelectMany(value => value.Split(", ")).ToList();
                Assert.Equal((true, !terms.Training), (robots.Contains("noindex"), robots.Contains("noai")));
            }
            Assert.Equal(terms.IsReserved ? 1 : 0, (int)JsonNode.Parse(await newsroom.Client.GetStringAsync("/.well-known/tdmrep.json"))![0]!["tdm-reservation"]!);
            Assert.Contains($"datatrainingallowed={(terms.Training ? "yes" : "no")}", (await newsroom.Client.GetStringAsync("/trust.txt")).Split('\n'));
        }
    }

    [Fact]
    public async Task Before_anything_is_chosen_nothing_is_said()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var robots = await newsroom.Client.GetStringAsync("/robots.txt");
        Assert.DoesNotContain("Content-Signal", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("License", robots, StringComparison.Ordinal);
        Assert.True(IsLetIn(Groups(robots), "GPTBot", "/"));
        using var page = await newsroom.Client.GetAsync("/");
        Assert.Equal("", Header(page, "tdm-reservation") + Header(page, "X-Robots-Tag") + Header(page, "Link"));
        foreach (var file in new[] { "/license.xml", "/.well-known/tdmrep.json", "/trust.txt" }) Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(file)).StatusCode);
    }

    private static async Task<(bool, bool, bool)> InSignalAsync(Newsroom newsroom)
    {
        var signal = (await newsroom.Client.GetStringAsync("/robots.txt")).Split('\n').Single(line => line.StartsWith("Content-Signal: ", StringComparison.Ordinal))["Content-Signal: ".Length..]
            .Split(", ").Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1] == "yes");
        return (signal["search"], signal["ai-input"], signal["ai-train"]);
    }

    private static async Task<(bool, bool, bool)> InLicenceAsync(Newsroom newsroom)
    {
        var licence = XDocument.Parse(await newsroom.Client.GetStringAsync("/license.xml")).Descendants(Rsl + "license").Single();
        string[] Uses(string name) => licence.Element(Rsl + name)?.Value.Split(' ') ?? [];
        // Each is on one of the two lists, and on no more than one.
        Assert.Equal(["ai-input", "ai-train", "search"], Uses("permits").Concat(Uses("prohibits")).Order());
        return (Uses("permits").Contains("search"), Uses("permits").Contains("ai-input"), Uses("permits").Contains("ai-train"));
    }

    // RFC 9309: the group that names the robot counts, else that of all.
    private static List<(List<string> Robots, List<string> Shut)> Groups(string robots)
    {
        var groups = new List<(List<string> Robots, List<string> Shut)>();
        var isNaming = false;
        foreach (var line in robots.Split('\n'))
        {
            if (line.StartsWith("User-agent: ", StringComparison.Ordinal))
            {
                if (!isNaming) groups.Add(([], []));
                groups[^1].Robots.Add(line["User-agent: ".Length..]);
                isNaming = true;
            }
            else if (line.StartsWith("Disallow: ", StringComparison.Ordinal))
            {
                groups[^1].Shut.Add(line["Disallow: ".Length..]);
                isNaming = false;
            }
        }
        return groups;
    }

    private static bool IsLetIn(List<(List<string> Robots, List<string> Shut)> groups, string robot, string path) =>
        !(groups.Where(group => group.Robots.Contains(robot)).DefaultIfEmpty(groups.Single(group => group.Robots.Contains("*"))).First()).Shut.Any(shut => path.StartsWith(shut, StringComparison.Ordinal));

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
