using System.Text;
using Broadsheet.Machine;
using Broadsheet.Paper;

namespace Broadsheet.Syndication;

/// <summary>/robots.txt: what is not for robots, and where the sitemap is.</summary>
internal static class ReadRobots
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/robots.txt", ["GET", "HEAD"], Get);

    internal static IResult Get(PaperOrigin origin, MachineSettings machine) => Answer(machine.Staging ? Nothing : $"""
        User-agent: *
        Disallow: /newsroom
        Disallow: /api/
        Disallow: /reads

        Sitemap: {origin.Whole("/sitemap.xml")}

        """);

    // A staging copy: nobody is to find it.
    private const string Nothing = """
        User-agent: *
        Disallow: /

        """;

    private static IResult Answer(string text) => MachineAnswer.Of(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), "text/plain; charset=utf-8");
}
