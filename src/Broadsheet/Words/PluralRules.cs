namespace Broadsheet.Words;

/// <summary>Which of CLDR's plural forms a whole number takes in a language (CLDR 48, plurals.xml, cardinal).</summary>
public static class PluralRules
{
    public static string FormOf(string language, decimal count)
    {
        var number = Math.Abs(count);
        if (number != Math.Truncate(number)) return "other";

        var n = (long)number;
        return language.Split('-')[0] switch
        {
            "ar" => Arabic(n),
            "he" or "iw" => n switch { 1 => "one", 2 => "two", _ => "other" },
            "fr" => n is 0 or 1 ? "one" : n % 1_000_000 == 0 ? "many" : "other",
            "es" or "it" or "ca" => n == 1 ? "one" : n != 0 && n % 1_000_000 == 0 ? "many" : "other",
            "pt" => n is 0 or 1 ? "one" : n % 1_000_000 == 0 ? "many" : "other",
            "fa" or "hi" or "am" or "bn" or "zu" => n is 0 or 1 ? "one" : "other",
            "ru" or "uk" or "be" => EastSlavic(n),
            "sr" or "hr" or "bs" => EastSlavic(n) is "many" ? "other" : EastSlavic(n),
            "pl" => n == 1 ? "one" : EastSlavic(n) is "one" ? "many" : EastSlavic(n),
            "cs" or "sk" => n switch { 1 => "one", >= 2 and <= 4 => "few", _ => "other" },
            "ro" => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : "other",
            "ja" or "zh" or "ko" or "vi" or "th" or "id" or "ms" => "other",
            _ => n == 1 ? "one" : "other",
        };
    }

    private static string Arabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" },
    };

    private static string EastSlavic(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };
}
