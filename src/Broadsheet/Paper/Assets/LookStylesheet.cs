using System.Text;

namespace Broadsheet.Paper.Assets;

/// <summary>What a publisher chose, as custom properties and @font-face rules. A stylesheet rather than style
/// attributes, because the content security policy allows none (promise 13).</summary>
public static class LookStylesheet
{
    // Faces for the scripts that the chosen families do not cover, and the page languages that begin with them.
    private static readonly ScriptFaces[] Scripts =
    [
        new("Frank Ruhl Libre", "Frank Ruhl Libre", "Assistant", [":lang(he)", ":lang(yi)"]),
        new("Noto Naskh Arabic", "Noto Naskh Arabic", "Vazirmatn", [":lang(ar)", ":lang(fa)", ":lang(ur)", ":lang(ckb)", ":lang(ps)"]),
    ];

    public static string Write(PaperLook look, Func<string, string?> addressOf)
    {
        var css = new StringBuilder();
        foreach (var face in FamiliesOf(look).SelectMany(FontFace.Of)) WriteFace(css, face, addressOf(face.File));

        css.Append(":root{").Append(Colours(look, isDark: false)).Append(Fonts(look, null)).Append('}');
        foreach (var script in Scripts)
        {
            // Where the page itself is in that script, and where a passage of it stands in another page.
            css.Append(string.Join(',', script.Languages)).Append('{').Append(Fonts(look, script)).Append('}');
        }

        return css.Append("@media (prefers-color-scheme:dark){:root{").Append(Colours(look, isDark: true)).Append("}}").ToString();
    }

    /// <summary>The two fonts that a page of this language shows first: its headlines' and its text's.</summary>
    public static IEnumerable<string> FirstFonts(PaperLook look, string language, bool hasText)
    {
        var script = Scripts.FirstOrDefault(script => script.Languages.Contains($":lang({language.Split('-')[0]})"));
        string[] families = hasText
            ? [script?.Headline ?? HeadlineFamily(look), script?.Text ?? TextFamily(look)]
            : [script?.Headline ?? HeadlineFamily(look)];
        return families.Select((family, i) => Heaviest(family, i == 0)).OfType<FontFace>().Select(face => face.File).Distinct();
    }

    private static FontFace? Heaviest(string family, bool isHeadline)
    {
        var faces = FontFace.Of(family).Where(face => face.Style == "normal" && face.Set is "latin" or "hebrew" or "arabic").ToList();
        return isHeadline ? faces.MaxBy(face => face.Weight, StringComparer.Ordinal) : faces.MinBy(face => face.Weight, StringComparer.Ordinal);
    }

    private static IEnumerable<string> FamiliesOf(PaperLook look) => Scripts
        .SelectMany(script => new[] { script.Headline, script.Text, script.Label })
        .Concat([HeadlineFamily(look), TextFamily(look), LabelFamily(look), TextFamily(look) + " SC"])
        .Distinct();

    private static void WriteFace(StringBuilder css, FontFace face, string? address)
    {
        if (address is null) return;

        foreach (var weight in WeightsOf(face)) css.Append(System.Globalization.CultureInfo.InvariantCulture, $"@font-face{{font-family:\"{face.Family}\";src:url({address}) format(\"woff2\");font-weight:{weight};font-style:{face.Style};font-display:swap;unicode-range:{face.Range}}}");

        // No unicode-range: a stand-in serves whatever the real font does not have as well.
        foreach (var (number, standIn) in face.StandIns.Index())
            css.Append(System.Globalization.CultureInfo.InvariantCulture, $"@font-face{{font-family:\"{StandInOf(face.Family, number)}\";src:{string.Join(',', standIn.Local.Select(local => $"local(\"{local}\")"))};size-adjust:{standIn.SizeAdjust};ascent-override:{standIn.Ascent};descent-override:{standIn.Descent};line-gap-override:{standIn.LineGap}}}");
    }

    // Browsers choose one weight descriptor first and look for the letter afterwards: a face for 400 to 600 would
    // hide the one for 600 that has the letters. So a supplement is named once for each weight of what it supplements.
    private static IEnumerable<string> WeightsOf(FontFace face)
    {
        var single = FontFace.Of(face.Family).Where(other => other.Style == face.Style && !other.Weight.Contains(' ', StringComparison.Ordinal)).Select(other => other.Weight).Distinct().ToList();
        return face.Weight.Contains(' ', StringComparison.Ordinal) && single.Count > 0 ? single : [face.Weight];
    }

    private static string Fonts(PaperLook look, ScriptFaces? first) =>
        $"--headline:{Stack(HeadlineFamily(look), first, script => script.Headline)},serif;" +
        $"--text:{Stack(TextFamily(look), first, script => script.Text)},serif;" +
        $"--label:{Stack(LabelFamily(look), first, script => script.Label)},sans-serif;" +
        (first is null ? $"--small-caps:\"{TextFamily(look)} SC\",{Stack(TextFamily(look), null, script => script.Text)},serif" : "--small-caps:var(--text)");

    private static string Stack(string family, ScriptFaces? first, Func<ScriptFaces, string> faceOf)
    {
        string[] others = [.. Scripts.Where(script => script != first).Select(faceOf)];
        string[] own = first is null ? [family] : [faceOf(first), family];
        // Each system's own, stretched by itself: the browser takes the first that the reader has.
        var standIns = FontFace.Of(own[0]).SelectMany(face => face.StandIns.Index().Select(one => StandInOf(face.Family, one.Index)));
        return string.Join(',', own.Concat(others).Concat(standIns).Distinct().Select(name => $"\"{name}\""));
    }

    private static string StandInOf(string family, int number) => number == 0 ? $"{family} Stand-in" : $"{family} Stand-in {number + 1}";

    // Three colours make the palette.
    private static string Colours(PaperLook look, bool isDark)
    {
        var (paper, ink, accent) = isDark ? LookColours.Dark(look) : LookColours.Light(look);
        return $"--paper:{paper};--ink:{ink};--accent:{accent};" +
            $"--quiet:{ink.Mix(paper, 0.34).LegibleOn(paper.Mix(ink, 0.06), ink)};--hairline:{paper.Mix(ink, 0.2)};--wash:{paper.Mix(ink, 0.045)};" +
            $"--sponsor:{(isDark ? paper.Mix(new Colour(0x5d, 0x7d, 0x74), 0.2) : paper.Mix(new Colour(0x7c, 0xa6, 0x9a), 0.2))};";
    }

    private static string HeadlineFamily(PaperLook look) => Known(look.HeadlineFont, "Newsreader");

    private static string TextFamily(PaperLook look) => Known(look.TextFont, "Source Serif");

    private static string LabelFamily(PaperLook look) => Known(look.LabelFont, "Source Sans");

    // What is not in the catalogue never reaches the stylesheet: a setting is text that a person typed.
    private static string Known(string family, string standard) => FontFace.Of(family).Any() ? family : standard;

    private sealed record ScriptFaces(string Headline, string Text, string Label, string[] Languages);
}
