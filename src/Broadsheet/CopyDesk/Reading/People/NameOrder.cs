using System.Text.RegularExpressions;

namespace Broadsheet.CopyDesk.Reading.People;

/// <summary>Which part of a name is the family's: Chinese, Korean, Vietnamese and Hungarian names begin with it.</summary>
internal static partial class NameOrder
{
    private static readonly Lists Everywhere = Lists.Of("any");

    /// <summary>The place of the name that is used alone, when the order is not the western one; null when it is.</summary>
    public static int? FamilyFirst(string[] parts)
    {
        if (parts.Length is < 2 or > 4) return null;
        string[] keys = [.. parts.Select(part => Letters.WithoutAccents(Letters.KeyOf(part)))];

        // A Vietnamese is called by her last name, the given one: Nguyen Phu Trong is Trong.
        if (Everywhere.Set("family-vietnamese").Contains(keys[0]) && parts.Length >= 3) return parts.Length - 1;
        if (Everywhere.Set("family-chinese").Contains(keys[0]) && keys.Skip(1).All(IsPinyin) && parts.Length <= 3 && !IsWestern(keys[1])) return 0;
        if (Everywhere.Set("family-korean").Contains(keys[0]) && (parts.Length == 2 && IsKoreanGiven(parts[1]) || parts.Length == 3 && keys.Skip(1).All(IsKoreanSyllable))) return 0;
        if (Everywhere.Set("family-hungarian").Contains(keys[0]) && Everywhere.Set("given-hungarian").Contains(keys[1])) return 0;
        return null;
    }

    public static bool IsWestern(string given) => Everywhere.Set("given").Contains(Letters.WithoutAccents(Letters.KeyOf(given)));

    private static bool IsPinyin(string name) => Pinyin().IsMatch(name.Replace("-", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal));

    // Jong-un: the second syllable is joined by a hyphen and small.
    private static bool IsKoreanGiven(string given)
    {
        var hyphen = given.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && hyphen + 1 < given.Length && IsKoreanSyllable(given[..hyphen]) && IsKoreanSyllable(given[(hyphen + 1)..]);
    }

    private static bool IsKoreanSyllable(string part) => part.Length is >= 2 and <= 5 && KoreanSyllable().IsMatch(part.ToLowerInvariant());

    [GeneratedRegex("^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u|v)){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pinyin();

    [GeneratedRegex("^(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjhywc])?w?y?(?:ae|eo|eu|oe|oo|ee|ui|ye|yeo|[aeiou])(?:ng|[nmlkprbgth])?$", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanSyllable();
}
