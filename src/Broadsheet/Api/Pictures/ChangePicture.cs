using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Pictures;

/// <summary>PATCH /api/v1/pictures/{id}</summary>
internal static class ChangePicture
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/pictures/{id:guid}", Patch)
        .Requires(Permission.AddPictures)
        .Describe("changePicture", "Change what is written about a picture", "Caption, credit, alternative text, focal point and the rest. Stories that say nothing of their own show it at once.");

    internal static async Task<Ok<PictureAnswer>> Patch(Guid id, Sent<PictureChange> sent, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var picture = await newspaper.FindPictureForActAsync(staff, id, sent.Value.Stamp, stop);
        Write(picture, sent);
        picture.Remember();
        await newspaper.SavePictureAsync(picture, stop);
        return TypedResults.Ok(PictureAnswer.Of(picture));
    }

    private static void Write(Picture picture, Sent<PictureChange> sent)
    {
        var asked = sent.Value;
        if (asked.FocalPoint is { } focus && (focus.X is < 0 or > 100 || focus.Y is < 0 or > 100)) throw ProblemKind.Unfit.At("focalPoint", "Both x and y are from 0 to 100.");
        if (sent.Gives(nameof(asked.Headline))) picture.Headline = Asking.Words(asked.Headline);
        if (sent.Gives(nameof(asked.Caption))) picture.Caption = Asking.Words(asked.Caption);
        if (sent.Gives(nameof(asked.AltText))) picture.AltText = Asking.Words(asked.AltText);
        if (sent.Gives(nameof(asked.Credit))) picture.Credit = asked.Credit is { } credit ? Credit.Of(credit.Kind ?? CreditKind.Photographer, Cleaned(credit.Names), credit.Creator, credit.Via) : Credit.None;
        else if (sent.Gives(nameof(asked.CreditLine))) picture.Credit = Credit.Parse(Asking.Words(asked.CreditLine));
        if (sent.Gives(nameof(asked.TakenOn))) picture.TakenOn = asked.TakenOn;
        if (sent.Gives(nameof(asked.Copyright))) picture.Copyright = Asking.Words(asked.Copyright);
        if (sent.Gives(nameof(asked.Place))) picture.Place = Asking.Words(asked.Place);
        if (sent.Gives(nameof(asked.Keywords))) picture.Keywords = [.. Cleaned(asked.Keywords)];
        if (sent.Gives(nameof(asked.Licence))) picture.Licence = Asking.Words(asked.Licence);
        if (sent.Gives(nameof(asked.RightsEnd))) picture.RightsEnd = asked.RightsEnd?.ToUniversalTime();
        if (asked.NotForRepublication is { } closed) picture.IsNotForRepublication = closed;
        if (asked.FocalPoint is { } point) picture.FocusOn(point.X, point.Y);
    }

    private static IEnumerable<string> Cleaned(IReadOnlyList<string>? words) => (words ?? []).Select(Asking.Words).Where(word => word.Length > 0);
}
