using System.ComponentModel;
using Broadsheet.Articles;
using Broadsheet.Paper;
using Broadsheet.Pictures;

namespace Broadsheet.PublicApi.Stories;

/// <summary>A picture with its words for one place.</summary>
public sealed record PublicPicture
{
    public required Guid Id { get; init; }

    [Description("What it shows, for who cannot see it; empty: an ornament.")]
    public required string AltText { get; init; }

    public required string Caption { get; init; }

    [Description("As it must be printed beside it, “(Photo: …)”.")]
    public required string Credit { get; init; }

    [Description("“File photo from 2022”, where it is of another year than the story; must be printed, too.")]
    public string? FilePhoto { get; init; }

    [Description("What must stay in sight where it is cut: hundredths of its width, from the left.")]
    public required int FocalX { get; init; }

    [Description("Hundredths of its height, from the top.")]
    public required int FocalY { get; init; }

    [Description("What can be fetched: here the whole picture and the cut for lists; at /stories/{id}/pictures every cut.")]
    public required IReadOnlyList<PublicRendition> Renditions { get; init; }

    internal static PublicPicture Of(Picture picture, PictureUse use, string language, DateTimeOffset? published, PaperOrigin origin, bool hasAll = false)
    {
        PictureView View(RenditionShape shape) => PictureView.Of(picture, language, shape, use.Caption, use.AltText.Length > 0 ? use.AltText : null, published);
        var whole = View(RenditionShape.Whole);
        var shapes = hasAll ? RenditionShape.All : [RenditionShape.Whole, RenditionShape.ThreeToTwo];
        return new()
        {
            Id = picture.PublicId,
            AltText = whole.AltText,
            Caption = whole.Caption,
            Credit = whole.Credit,
            FilePhoto = whole.FilePhoto.Length > 0 ? whole.FilePhoto : null,
            FocalX = picture.FocalX,
            FocalY = picture.FocalY,
            Renditions = [.. shapes.Select(shape => PublicRendition.Of(shape, View(shape), origin))],
        };
    }
}

/// <summary>A picture in one proportion, in several sizes and formats.</summary>
public sealed record PublicRendition
{
    [Description("whole, 1x1, 4x3, 3x2 or 16x9.")]
    public required string Shape { get; init; }

    [Description("A JPEG of middling width that everything can show.")]
    public required string Url { get; init; }

    [Description("Of the largest that there is.")]
    public required int Width { get; init; }

    public required int Height { get; init; }

    [Description("All sizes, as HTML’s source element takes them, the best format first.")]
    public required IReadOnlyList<PublicSource> Sources { get; init; }

    internal static PublicRendition Of(RenditionShape shape, PictureView view, PaperOrigin origin) => new()
    {
        Shape = shape.IsWhole ? "whole" : shape.Name,
        Url = origin.Whole(view.Url),
        Width = view.Width,
        Height = view.Height,
        Sources = [.. view.Sources.Append(new("image/jpeg", view.SrcSet)).Select(source => new PublicSource { Type = source.Type, SrcSet = WholeAddresses.InSet(source.SrcSet, origin) })],
    };
}

/// <summary>One format of a rendition.</summary>
public sealed record PublicSource
{
    [Description("Its media type.")]
    public required string Type { get; init; }

    [Description("Addresses with their widths: “https://… 640w, https://… 960w”.")]
    public required string SrcSet { get; init; }
}
