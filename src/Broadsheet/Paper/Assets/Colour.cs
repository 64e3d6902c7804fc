using System.Globalization;

namespace Broadsheet.Paper.Assets;

/// <summary>An sRGB colour, with the arithmetic that makes a palette of three: mixing, and WCAG's contrast.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour? Parse(string text) =>
        text.Length == 7 && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    /// <param name="share">How much of the other colour, 0 to 1.</param>
    public Colour Mix(Colour other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>1 to 21; text needs 4.5 (WCAG 2.2, 1.4.3).</summary>
    public double ContrastWith(Colour other)
    {
        var (light, dark) = Luminance >= other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>This colour, moved towards another no further than legible text on a ground needs.</summary>
    public Colour LegibleOn(Colour ground, Colour towards)
    {
        for (var share = 0.0; share < 1; share += 0.04)
        {
            if (Mix(towards, share) is var tried && tried.ContrastWith(ground) >= 4.6) return tried;
        }

        return towards;
    }

    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * share);

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
