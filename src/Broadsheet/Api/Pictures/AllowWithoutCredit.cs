using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Pictures;

/// <summary>POST /api/v1/pictures/{id}/credit-override</summary>
internal static class AllowWithoutCredit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/pictures/{id:guid}/credit-override", Post)
        .Requires(Permission.PublishArticles)
        .Describe("allowPictureWithoutCredit", "Let a picture out without a credit", "For a reason that stays on record.");

    internal static async Task<Ok<PictureAnswer>> Post(Guid id, Sent<CreditOverriding> sent, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var picture = await newspaper.FindPictureForActAsync(staff, id, sent.Value.Stamp, stop);
        var reason = Asking.Words(sent.Value.Reason);
        if (reason.Length == 0) throw ProblemKind.Unfit.At("reason", "Say why it may go out without a credit.");

        picture.AllowWithoutCredit(reason, staff.By, clock.GetUtcNow());
        newspaper.Audit(staff, "credit-override", $"picture/{picture.PublicId}", reason, clock.GetUtcNow());
        await newspaper.SavePictureAsync(picture, stop);
        return TypedResults.Ok(PictureAnswer.Of(picture));
    }
}

/// <summary>Why a picture may go out though nobody is credited.</summary>
public sealed record CreditOverriding
{
    [Description("The stamp that was read.")]
    public required Guid Stamp { get; init; }

    [Description("Why.")]
    public required string Reason { get; init; }
}
