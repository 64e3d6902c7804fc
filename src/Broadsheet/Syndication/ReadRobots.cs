using System.Text;
using Broadsheet.Paper;

namespace Broadsheet.Syndication;

/// <summary>/robots.txt: what is not for robots, and where the sitemap is.</summary>
internal static class ReadRobots
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/robots.txt", ["GET", "HEAD"], Get);

    internal static IResult Get(PaperOrigin origin) => MachineAnswer.Of(Encoding.UTF8.GetBytes($"""
        User-agent: *
        Disallow: /newsroom
        Disallow: /api/
        Disallow: /reads

        Sitemap: {origin.Whole("/sitemap.xml")}

        """.ReplaceLineEndings("\n")), "text/plain; charset=utf-8");
}
