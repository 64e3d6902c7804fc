using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi.Things;

/// <summary>The paper as a whole: where a program begins.</summary>
public sealed record PublicPaper
{
    public required string Name { get; init; }
    public required string Tagline { get; init; }

    [Description("Where the paper stands, without a slash at its end.")]
    public required string Url { get; init; }

    public string? Logo { get; init; }

    [Description("In the order of the edition switch.")]
    public required IReadOnlyList<PublicEdition> Editions { get; init; }
}

internal static class ShowPaper
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("", Get).Reads<NoQuery, PublicPaper>()
        .Describe("readPaper", "The paper and its editions", "What the paper is called, where it stands, and which editions it has: where a program begins.");

    private static async Task<IResult> Get(EditionsAsked editions, IPaperLook looks, PaperOrigin origin, CancellationToken stop)
    {
        var look = await looks.ReadAsync(stop);
        return Answer.Of(new PublicPaper
        {
            Name = look.Name,
            Tagline = look.Tagline,
            Url = origin.Origin,
            Logo = look.Logo is { Length: > 0 } logo ? origin.Whole(logo) : null,
            Editions = [.. (await editions.AllAsync(stop)).Select(edition => PublicEdition.Of(edition, origin))],
        });
    }
}
