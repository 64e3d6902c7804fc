using System.Globalization;

namespace Broadsheet.Web.Fields;

/// <summary>Days as date fields show and send them (HTML, "valid date string"), and as the newsroom prints them: 2026-11-28.</summary>
public static class FieldDay
{
    private const string Format = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Null: what was typed is no day.</summary>
    public static DateOnly? Read(string? typed) => DateOnly.TryParseExact(typed, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
