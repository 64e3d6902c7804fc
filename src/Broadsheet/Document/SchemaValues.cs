using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document;

/// <summary>The kinds of attributes that schema.json names, and what is wrong with a value.</summary>
internal static partial class SchemaValues
{
    private const int MaxTextLength = 2000;

    /// <summary>The problem in plain words, or null when the value fits. Counts the characters that it holds.</summary>
    public static string? Problem(AttributeType type, JsonElement value, ref long characters)
    {
        if (type.Type == "integer") return Integer(type, value);
        if (type.Type == "uuids") return Uuids(type, value);
        if (Text(value) is not { } text) return T("document.value.text");

        characters += text.Length;
        return type.Type switch
        {
            "text" => text.Length > (type.MaxLength ?? MaxTextLength) ? T("document.value.tooLong", ("most", type.MaxLength ?? MaxTextLength)) : null,
            "choice" => type.Values!.Contains(text) ? null : T("document.value.choice", ("choices", string.Join(", ", type.Values!))),
            "id" => BlockId.IsGood(text) ? null : T("document.value.id"),
            "uuid" => Guid.TryParseExact(text, "D", out _) ? null : T("document.value.uuid"),
            "link" => LinkSafety.IsSafe(text) ? null : T("document.value.link"),
            "address" => LinkSafety.IsWebAddress(text) ? null : T("document.value.address"),
            "language" => Language().IsMatch(text) ? null : T("document.value.language"),
            "calendar" => IsCalendar(text) ? null : T("document.value.calendar"),
            "date" => Date(text) is null ? T("document.value.date") : null,
            _ => throw new InvalidOperationException($"schema.json: unknown type {type.Type}"),
        };
    }

    /// <summary>The string, or null when it is none or holds half a surrogate pair.</summary>
    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // "\ud800" alone is valid JSON and no text.
            return null;
        }
    }

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A day, week, month or year as HTML's time element writes it.</summary>
    internal static bool IsCalendar(string text) => text.Length == 10 ? Date(text) is not null : Calendar().IsMatch(text);

    internal static bool IsLanguage(string tag) => Language().IsMatch(tag);

    private static string? Integer(AttributeType type, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= type.Min && number <= type.Max
            ? null : T("document.value.integer", ("least", type.Min), ("most", type.Max));

    private static string? Uuids(AttributeType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return T("document.value.uuids");
        if (value.GetArrayLength() > type.Max) return T("document.value.listTooLong", ("most", type.Max));
        return value.EnumerateArray().All(member => Text(member) is { } text && Guid.TryParseExact(text, "D", out _)) ? null : T("document.value.uuids");
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex("^[0-9]{4}(-W(0[1-9]|[1-4][0-9]|5[0-3])|-(0[1-9]|1[0-2]))?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();
}
