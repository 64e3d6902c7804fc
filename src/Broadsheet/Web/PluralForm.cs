namespace Broadsheet.Web;

/// <summary>CLDR's plural forms of whole numbers, for the languages that papers here are written in.</summary>
public static class PluralForm
{
    public static string Of(long count, string language) => language.Split('-')[0] switch
    {
        "ar" => Arabic(count),
        "he" => count switch { 1 => "one", 2 => "two", _ => "other" },
        "fr" or "pt" or "fa" => count is 0 or 1 ? "one" : "other",
        "ru" or "uk" => Slavic(count),
        "pl" => Polish(count),
        "zh" or "ja" or "ko" or "vi" or "th" or "id" => "other",
        _ => count == 1 ? "one" : "other",
    };

    private static string Arabic(long count) => (count, count % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => "other",
    };

    private static string Slavic(long count) => (count % 10, count % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, < 12 or > 14) => "few",
        _ => "many",
    };

    private static string Polish(long count) => (count % 10, count % 100) switch
    {
        _ when count == 1 => "one",
        ( >= 2 and <= 4, < 12 or > 14) => "few",
        _ => "many",
    };
}
