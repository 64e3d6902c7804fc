using System.Globalization;
using System.Security;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Assets;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>GET /favicon.ico and /icon.svg: the paper's initial on its accent colour, for tabs and bookmarks.</summary>
public static class ReadIcon
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        paper.MapMethods("/icon.svg", ["GET", "HEAD"], Get);
        paper.MapMethods("/favicon.ico", ["GET", "HEAD"], Get);
    }

    internal static async Task<IResult> Get(HttpContext http, IPaperLook looks, Newspaper newspaper, CancellationToken stop)
    {
        var look = await looks.ReadAsync(stop);
        // The same policy as other drawings: opened by itself it is a page, and may not run anything.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        http.Response.Headers.CacheControl = "public, max-age=86400";
        // One icon for all editions: a tab of the newsroom belongs to none.
        var name = await newspaper.Editions.OrderBy(row => row.Position).Select(row => row.Name).FirstOrDefaultAsync(stop);
        return Results.Text(Draw(Initial(name ?? look.Name), look), "image/svg+xml");
    }

    // Articles stand in the way of every other paper's initial: "The Calder Post" is a C.
    private static string Initial(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 1 && words[0].ToUpperInvariant() is "THE" or "LE" or "LA" or "EL" or "DER" or "DIE" or "DAS" ? words[1] : words.FirstOrDefault() ?? "B";
        return StringInfo.GetNextTextElement(first).ToUpperInvariant();
    }

    private static string Draw(string initial, PaperLook look)
    {
        var ground = Colour.Parse(look.AccentColour) ?? Colour.Parse(new PaperLook().AccentColour)!.Value;
        var letter = (Colour.Parse(look.PaperColour) ?? Colour.Parse(new PaperLook().PaperColour)!.Value).LegibleOn(ground, new Colour(255, 255, 255));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="{ground}" d="M0 0h64v64H0z"/><text x="32" y="47" text-anchor="middle" font-family="Georgia,'Times New Roman',serif" font-weight="700" font-size="46" fill="{letter}">{SecurityElement.Escape(initial)}</text></svg>""";
    }
}
