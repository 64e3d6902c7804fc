namespace Broadsheet.Messages;

/// <summary>Countries as they are typed: codes of two letters (ISO 3166), with commas between them.</summary>
internal static class CountryCodes
{
    private const int Most = 100;

    /// <summary>Null when something typed is no code.</summary>
    public static IReadOnlyList<string>? Read(string typed)
    {
        var codes = typed.Split([',', ';', '،', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(code => code.ToUpperInvariant()).Distinct().ToList();
        return codes.Count <= Most && codes.TrueForAll(IsOne) ? codes : null;
    }

    public static bool IsOne(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);
}
