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

    public string Direction => IsRightToLeft ? "rtl" : "ltr";
    public bool IsRightToLeft => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft;

    /// <summary>The path of something in this edition: <c>/politics</c> in the first, <c>/he/politics</c> in the Hebrew one.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string PathOf(string path) => Code.Length == 0 ? path : path == "/" ? $"/{Code}/" : $"/{Code}{path}";

    public DateTimeOffset LocalTime(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}
