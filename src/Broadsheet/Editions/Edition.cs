using System.Globalization;

namespace Broadsheet.Editions;

/// <summary>The paper in one language, for one place: its own front page, sections and clock.</summary>
public sealed class Edition(string code, string name, string language, string timeZone, int position)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The first segment of its addresses, such as <c>he</c>. Empty for the first edition, which stands at <c>/</c>.</summary>
    public string Code { get; set; } = code;

    /// <summary>The paper's name as this edition's masthead prints it.</summary>
    public string Name { get; set; } = name;

    /// <summary>A line under the name. May be empty.</summary>
    public string Tagline { get; set; } = "";

    /// <summary>A BCP 47 tag, such as <c>en-GB</c> or <c>he</c>.</summary>
    public string Language { get; set; } = language;

    /// <summary>An IANA time zone, such as <c>Asia/Jerusalem</c>: the days and hours that readers are shown.</summary>
    public string TimeZone { get; set; } = timeZone;

    /// <summary>Its place in the edition switch, from 0.</summary>
    public int Position { get; set; } = position;

    /// <summary>Grows with every save in the newsroom; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public void Change(string name, string tagline, string language, string timeZone) =>
        (Name, Tagline, Language, TimeZone, Revision) = (name, tagline, language, timeZone, Revision + 1);

    /// <summary>Whether an address may begin with it. That nothing else has it is not asked here.</summary>
    public static bool IsCode(string code) => code.Length is > 0 and <= 20 && code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Whether it is a language that .NET knows by name: it makes a culture of any tag that is well formed.</summary>
    public static bool IsLanguage(string tag)
    {
        try
        {
            return tag.Length > 0 && !CultureInfo.GetCultureInfo(tag).CultureTypes.HasFlag(CultureTypes.UserCustomCulture);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether it is the IANA name of a time zone.</summary>
    public static bool IsTimeZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    /// <summary>What those who read it call its language, whatever the country: "English", "עברית".</summary>
    public string LanguageName
    {
        get
        {
            var culture = CultureInfo.GetCultureInfo(Language);
            var name = (culture.IsNeutralCulture ? culture : culture.Parent).NativeName;
            return char.ToUpperInvariant(name[0]) + name[1..];
        }
    }

    public string Direction => IsRightToLeft ? "rtl" : "ltr";
    public bool IsRightToLeft => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft;

    /// <summary>The path of something in this edition: <c>/politics</c> in the first, <c>/he/politics</c> in the Hebrew one.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string PathOf(string path) => Code.Length == 0 ? path : path == "/" ? $"/{Code}/" : $"/{Code}{path}";

    public DateTimeOffset LocalTime(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}
