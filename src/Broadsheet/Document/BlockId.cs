using System.Security.Cryptography;

namespace Broadsheet.Document;

/// <summary>Ids of blocks and quotations: 8 letters and digits that cannot be taken for each other.</summary>
public static class BlockId
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, 8);

    internal static bool IsGood(string id) =>
        id.Length is > 0 and <= 40 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
