using Broadsheet.Paper.Views;

namespace Broadsheet.Articles.Reading;

/// <summary>A picture with its words for this place and its renditions.</summary>
public sealed class PictureOnPageView : View
{
    public required string Src { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Alt { get; init; }
    public required string Caption { get; init; }

    /// <summary>As newspapers print it: "(Photo: …)".</summary>
    public required string Credit { get; init; }

    /// <summary>"File photo from 2022", when it is of another year than the story; else empty.</summary>
    public required string FilePhoto { get; init; }

    /// <summary>Class names that keep its focal point in sight where the page cuts it.</summary>
    public required string Focus { get; init; }

    public required IReadOnlyList<PictureSourceView> Sources { get; init; }
}

/// <summary>For a source element, best format first.</summary>
public sealed class PictureSourceView(string type, string srcSet) : View
{
    public string Type => type;
    public string SrcSet => srcSet;
}
