using System.Collections.Frozen;
using System.Globalization;

namespace Broadsheet.Corrections.Asking;

/// <summary>Which words of a language are numbers and dates, and which could be names.</summary>
internal sealed class TellingWords
{
    private static readonly FrozenDictionary<string, string> NumberWords = new Dictionary<string, string>
    {
        ["en"] = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter double twice triple percent",
        ["es"] = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millón millones docena medio mitad tercio cuarto doble triple",
        ["he"] = "אחד אחת שניים שתיים שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה מאות אלף אלפי אלפים מיליון מיליוני מיליארד חצי רבע שליש כפול אחוז אחוזים",
        ["ar"] = "واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين مئة مائة ألف آلاف مليون ملايين مليار نصف ربع ثلث ضعف",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> DayWords = new Dictionary<string, string>
    {
        ["en"] = "today yesterday tomorrow tonight",
        ["es"] = "hoy ayer mañana anteayer",
        ["he"] = "היום אתמול מחר שלשום אמש",
        ["ar"] = "اليوم أمس غدا غدًا الأمس",
    }.ToFrozenDictionary();

    private readonly HashSet<string> _numbers;
    private readonly HashSet<string> _dates;

    /// <param name="language">A BCP 47 tag.</param>
    public TellingWords(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        _numbers = Set(NumberWords.GetValueOrDefault(culture.TwoLetterISOLanguageName, ""));
        var format = culture.DateTimeFormat;
        _dates = Set(string.Join(' ', [DayWords.GetValueOrDefault(culture.TwoLetterISOLanguageName, ""), .. format.MonthNames, .. format.MonthGenitiveNames, .. format.AbbreviatedMonthNames, .. format.DayNames, .. format.AbbreviatedDayNames]));
        // Hebrew days are two words, of which the first is "day".
        _dates.Remove("יום");
    }

    public bool IsNumber(string word) => char.IsNumber(word[0]) || _numbers.Contains(word);

    // Four digits that can be a year are one: "2,026" and "20260" are not.
    public bool IsDate(string word) => _dates.Contains(word) || (word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2');

    public static bool IsWord(string word) => word.Length > 0 && char.IsLetter(word, 0);

    /// <summary>Written large where the script knows large letters.</summary>
    public static bool IsLarge(string word) => IsWord(word) && char.IsUpper(word, 0);

    /// <summary>Of a script without large letters: any word may be a name.</summary>
    public static bool IsCaseless(string word) => IsWord(word) && CharUnicodeInfo.GetUnicodeCategory(word, 0) == UnicodeCategory.OtherLetter;

    private static HashSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => new[] { word, word.TrimEnd('.') }).Where(word => word.Length > 1).ToHashSet(StringComparer.CurrentCultureIgnoreCase);
}
