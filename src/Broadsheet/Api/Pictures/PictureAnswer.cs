using System.ComponentModel;
using Broadsheet.Pictures;

namespace Broadsheet.Api.Pictures;

/// <summary>A picture of the library.</summary>
public sealed record PictureAnswer
{
    [Description("Names the picture for ever: what articles refer to.")]
    public required Guid Id { get; init; }

    [Description("Changes with every save. A change names the one it began from.")]
    public required Guid Stamp { get; init; }

    [Description("As uploaded.")]
    public required string FileName { get; init; }

    [Description("The kind of file.")]
    public required PictureFormat Format { get; init; }

    [Description("In pixels, as seen.")]
    public required int Width { get; init; }

    [Description("In pixels, as seen.")]
    public required int Height { get; init; }

    [Description("SHA-256 of the original, which is kept byte for byte.")]
    public required string Sha256 { get; init; }

    [Description("The path of a JPEG that every reader can show.")]
    public required string Url { get; init; }

    [Description("A few words for the library; readers do not see them.")]
    public required string Headline { get; init; }

    [Description("As printed under it where a story says nothing else.")]
    public required string Caption { get; init; }

    [Description("What somebody who cannot see it is told.")]
    public required string AltText { get; init; }

    [Description("Who made it and through whose hands it came.")]
    public required CreditFields Credit { get; init; }

    [Description("The credit as English readers see it; empty for none.")]
    public required string CreditLine { get; init; }

    [Description("Whether a story can go out with it: somebody is credited, or it was let out without.")]
    public required bool HasCredit { get; init; }

    [Description("The day at the place where it was taken.")]
    public DateOnly? TakenOn { get; init; }

    [Description("The copyright notice.")]
    public required string Copyright { get; init; }

    [Description("Where it was taken.")]
    public required string Place { get; init; }

    [Description("Words to find it by.")]
    public required IReadOnlyList<string> Keywords { get; init; }

    [Description("Under what it may be used.")]
    public required string Licence { get; init; }

    [Description("From then on readers are not shown it; null: its rights do not end.")]
    public DateTimeOffset? RightsEnd { get; init; }

    [Description("Whether it stays on the paper's own pages and goes into no feed.")]
    public required bool NotForRepublication { get; init; }

    [Description("What matters in it.")]
    public required FocalPoint FocalPoint { get; init; }

    [Description("When it came into the library.")]
    public required DateTimeOffset UploadedAt { get; init; }

    internal static PictureAnswer Of(Picture picture)
    {
        var view = PictureView.Of(picture, "en");
        var credit = picture.Credit;
        return new()
        {
            Id = picture.PublicId,
            Stamp = picture.Stamp,
            FileName = picture.FileName,
            Format = picture.Format,
            Width = picture.Width,
            Height = picture.Height,
            Sha256 = picture.FileHash,
            Url = view.Url,
            Headline = picture.Headline,
            Caption = picture.Caption,
            AltText = picture.AltText,
            Credit = new() { Kind = credit.Kind, Names = credit.Names, Creator = credit.Creator, Via = credit.Via },
            CreditLine = view.Credit,
            HasCredit = picture.HasCredit,
            TakenOn = picture.TakenOn,
            Copyright = picture.Copyright,
            Place = picture.Place,
            Keywords = picture.Keywords,
            Licence = picture.Licence,
            RightsEnd = picture.RightsEnd,
            NotForRepublication = picture.IsNotForRepublication,
            FocalPoint = new() { X = picture.FocalX, Y = picture.FocalY },
            UploadedAt = picture.UploadedAt,
        };
    }
}
