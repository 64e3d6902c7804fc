using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

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
        if (Text(value) is not { } text) return "This must be text.";

        characters += text.Length;
        return type.Type switch
        {
            "text" => text.Length > (type.MaxLength ?? MaxTextLength) ? $"This is too long: at most {type.MaxLength ?? MaxTextLength} characters." : null,
            "choice" => type.Values!.Contains(text) ? null : $"This must be one of {string.Join(", ", type.Values!)}.",
            "id" => BlockId.IsGood(text) ? null : "An id is made of up to 40 letters, digits and hyphens.",
            "uuid" => Guid.TryParseExact(text, "D", out _) ? null : "This must be a UUID.",
            "link" => LinkSafety.IsSafe(text) ? null : "This link is not allowed: use http, https, mailto, tel or an address in the paper.",
            "address" => LinkSafety.IsWebAddress(text) ? null : "This must be an http or https address.",
            "language" => Language().IsMatch(text) ? null : "This must be a language tag such as “he” or “pt-BR”.",
            "date" => Date(text) is null ? "This must be a day such as “2026-11-23”." : null,
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

    internal static bool IsLanguage(string tag) => Language().IsMatch(tag);

    private static string? Integer(AttributeType type, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= type.Min && number <= type.Max
            ? null : $"This must be a whole number from {type.Min} to {type.Max}.";

    private static string? Uuids(AttributeType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return "This must be a list of UUIDs.";
        if (value.GetArrayLength() > type.Max) return $"This list is too long: at most {type.Max}.";
        return value.EnumerateArray().All(member => Text(member) is { } text && Guid.TryParseExact(text, "D", out _)) ? null : "This must be a list of UUIDs.";
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
