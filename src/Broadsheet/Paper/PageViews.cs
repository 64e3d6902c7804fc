using Broadsheet.Paper.Views;

namespace Broadsheet.Paper;

/// <summary>What every page of a paper knows about the paper.</summary>
public sealed class PaperView(PaperLook look, string address) : View
{
    public string Name => look.Name;
    public string Tagline => look.Tagline;
    public string? Logo => look.Logo;
    public int LogoWidth => look.LogoWidth;
    public int LogoHeight => look.LogoHeight;

    /// <summary>"https://paper.example", without a slash at its end.</summary>
    public string Address => address;
}

/// <summary>The edition a page belongs to.</summary>
public sealed class EditionView(PaperEdition edition) : View
{
    public string Code => edition.Code;
    public string Name => edition.Name;
    public string Tagline => edition.Tagline;
    public string Language => edition.Language;
    public string Direction => edition.Direction;
    public string Home => edition.Home;
    public string Latest => edition.At("/latest");
    public string Archive => edition.At("/archive");
    public string Popular => edition.At("/popular");
    public string Support => edition.At("/support");
    public string Supporters => edition.At("/supporters");
    public string Corrections => edition.At("/corrections");
    public string Newsletters => edition.At("/newsletters");

    /// <summary>Where the search box goes, with what is looked for as <c>q</c>.</summary>
    public string Search => edition.At("/search");

    /// <summary>Where a sign-up form goes.</summary>
    public string ByMail => edition.Personal("/by-mail");

    /// <summary>Where a reader comes to her own page: by signing in, or at once when she has. No link of a front page redirects who has not.</summary>
    public string Account => edition.Personal("/sign-in");
}

/// <summary>The fingerprinted files that the frame asks for.</summary>
public sealed class FrameView(string stylesheet, string? script, IReadOnlyList<string> fonts) : View
{
    public string Stylesheet => stylesheet;
    public string? Script => script;
    public IReadOnlyList<string> Fonts => fonts;
}
