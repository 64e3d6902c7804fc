using System.Globalization;
using Broadsheet.Paper;
using Broadsheet.Paper.Assets;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Look;

/// <summary>What the page of the look asks, as typed.</summary>
/// <param name="Logo">Public id of a picture; null for the name in type.</param>
/// <param name="Revision">The choice that the form was drawn from.</param>
public sealed record LookForm(string PaperColour, string InkColour, string AccentColour, string HeadlineFont, string TextFont, string LabelFont, Guid? Logo, long Revision)
{
    // WCAG 2.2, 1.4.3. The accent marks words, too, but the stylesheet moves it until it can be read.
    private const double LeastContrast = 4.5;

    /// <summary>Families that have Latin letters; Hebrew and Arabic have faces of their own, which go with any of these.</summary>
    public static IReadOnlyList<Choice> Fonts { get; } =
        [.. FontFace.All.Where(face => face.Set == "latin" && face.Style == "normal").Select(face => face.Family).Distinct().Select(family => new Choice(family, family))];

    public static LookForm Of(PaperLook look, long revision) =>
        new(look.PaperColour, look.InkColour, look.AccentColour, look.HeadlineFont, look.TextFont, look.LabelFont, look.LogoPicture, revision);

    public static LookForm Read(IFormCollection form)
    {
        return new(Line("PaperColour"), Line("InkColour"), Line("AccentColour"), Line("HeadlineFont"), Line("TextFont"), Line("LabelFont"),
            Guid.TryParse(form["Logo"], out var logo) ? logo : null, long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        string Line(string field) => form[field].ToString().Trim();
    }

    public Problems Check()
    {
        var problems = new Problems();
        var (paper, ink) = (Colour.Parse(PaperColour), Colour.Parse(InkColour));
        if (paper is null) problems.Add(nameof(PaperColour), T("look.problem.colour"));
        if (ink is null) problems.Add(nameof(InkColour), T("look.problem.colour"));
        if (Colour.Parse(AccentColour) is null) problems.Add(nameof(AccentColour), T("look.problem.colour"));
        if (paper is { } ground && ink is { } letters && letters.ContrastWith(ground) is var contrast and < LeastContrast)
            problems.Add(nameof(InkColour), T("look.problem.contrast", ("contrast", contrast.ToString("0.0", CultureInfo.InvariantCulture))));
        foreach (var (field, family) in new[] { (nameof(HeadlineFont), HeadlineFont), (nameof(TextFont), TextFont), (nameof(LabelFont), LabelFont) })
            if (Fonts.All(font => font.Value != family)) problems.Add(field, T("look.problem.font"));
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public PaperLook Over(PaperLook before) => before with
    {
        PaperColour = PaperColour,
        InkColour = InkColour,
        AccentColour = AccentColour,
        HeadlineFont = HeadlineFont,
        TextFont = TextFont,
        LabelFont = LabelFont,
    };

    public IReadOnlyList<StaleText> Against(PaperLook theirs) => StaleText.Of(
        new(T("look.paper"), PaperColour, theirs.PaperColour), new(T("look.ink"), InkColour, theirs.InkColour), new(T("look.accent"), AccentColour, theirs.AccentColour),
        new(T("look.headlineFont"), HeadlineFont, theirs.HeadlineFont), new(T("look.textFont"), TextFont, theirs.TextFont), new(T("look.labelFont"), LabelFont, theirs.LabelFont));
}
