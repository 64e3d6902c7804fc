using System.Globalization;
using System.Text;

namespace Broadsheet.Paper;

/// <summary>Names in addresses: NFC, lower case, letters and digits of any script joined by hyphens, at most 80 characters.</summary>
public static class Slug
{
    private const int Longest = 80;

    /// <summary>A slug of the words in <paramref name="text"/>. Latin accents are dropped (café, cafe); other scripts are kept.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in WithoutLatinAccents(text).ToLowerInvariant())
        {
            if (slug.Length >= Longest) break;
            if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) slug.Append(letter);
            else if (letter is not ('\'' or '’' or '"' or '״' or '׳') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var trimmed = slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
        return trimmed.Length > 0 ? trimmed : "story";
    }

    private static string WithoutLatinAccents(string text)
    {
        var kept = new StringBuilder(text.Length);
        var previous = '\0';
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            var isAccent = CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
            if (isAccent && previous < '\u0250') continue;
            kept.Append(letter);
            if (!isAccent) previous = letter;
        }
        return kept.ToString();
    }
}
