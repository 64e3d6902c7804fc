using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures.Decoding;
using Broadsheet.Print.Cards;

namespace Broadsheet.Syndication.Cards;

/// <summary>/cover.png: an edition's name on its paper, square, for the shelves of programs that play recordings.</summary>
internal static class ReadCover
{
    internal const string Path = "/cover.png";

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods(Path, ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, IPaperLook looks, PictureDecoder decoder, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        var paper = edition.ForPaper();
        return MachineAnswer.Of(await decoder.DrawAsync(CardSvg.DrawCover((await looks.ReadAsync(stop)).CardOf(paper, paper.Name, foot: paper.Tagline)), stop), "image/png");
    }
}
