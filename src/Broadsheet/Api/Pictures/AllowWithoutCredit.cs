using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Pictures;

/// <summary>POST /api/v1/pictures/{id}/credit-override</summary>
internal static class AllowWithoutCredit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/pictures/{id:guid}/credit-override", Post)
        .Requires(Permission.PublishArticles)
        .Describe("allowPictureWithoutCredit", "Let a picture out without a credit", "By a named editor, for a reason that stays on record.");

    internal static async Task<Ok<PictureAnswer>> Post(Guid id, Sent<CreditOverriding> sent, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var picture = await newspaper.FindPictureForActAsync(staff, id, sent.Value.Stamp, stop);
        var reason = Asking.Words(sent.Value.Reason);
        if (reason.Length == 0) throw ProblemKind.Unfit.At("reason", "Say why it may go out without a credit.");

        // A machine's token answers for nothing: somebody does by name.
        var address = sent.Value.Editor.Trim().ToUpperInvariant();
        var editor = await newspaper.StaffMembers.AsNoTracking().SingleOrDefaultAsync(member => member.NormalizedEmail == address && member.DeactivatedAt == null, stop);
        if (editor is null || (await newspaper.Roles.FindAsync([editor.RoleId], stop))?.Grants(Permission.PublishArticles) != true) throw ProblemKind.Unfit.At("editor", "Name an editor of this paper by her e-mail address.");

        var named = staff with { Name = editor.Name, MemberId = editor.Id };
        picture.AllowWithoutCredit(reason, named.By, clock.GetUtcNow());
        newspaper.Audit(named, "credit-override", $"picture/{picture.PublicId}", reason, clock.GetUtcNow());
        await newspaper.SavePictureAsync(picture, stop);
        return TypedResults.Ok(PictureAnswer.Of(picture));
    }
}

/// <summary>Why a picture may go out though nobody is credited.</summary>
public sealed record CreditOverriding
{
    [Description("The stamp that was read.")]
    public required Guid Stamp { get; init; }

    [Description("The e-mail address of the editor who decided it.")]
    public required string Editor { get; init; }

    [Description("Why.")]
    public required string Reason { get; init; }
}
