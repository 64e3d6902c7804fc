namespace Broadsheet.Accounts;

/// <summary>
/// The passwords most often found in breaches. The list is the one of @zxcvbn-ts/language-common (MIT), taken out of
/// that package when the client is built; nobody's password leaves the machine to be looked up.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "client/common-passwords.txt";

    private static readonly Lazy<HashSet<string>> List = new(Read);

    /// <summary>Whether it is on the list as it stands, or is made of it by repeating it or hanging digits and signs around it.</summary>
    public static bool Contain(string password)
    {
        var plain = password.ToLowerInvariant();
        return Forms(plain).Concat(Forms(Undressed(plain.Trim(Trimmings)))).Any(IsListed);
    }

    private static IEnumerable<string> Forms(string password)
    {
        var core = password.Trim(Trimmings);
        return [password, core, RepeatedPartOf(password), RepeatedPartOf(core)];
    }

    // What is left once the trimmings are off is "" for 123456789012!, which is as common as any.
    private static bool IsListed(string password) => password.Length == 0 || List.Value.Contains(password);

    private static readonly char[] Trimmings = [.. "0123456789!?.,-_*#$@&+=/\\ ()\"'"];

    private static string Undressed(string password) =>
        new([.. password.Select(letter => letter switch { '0' => 'o', '1' => 'l', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => letter })]);

    private static string RepeatedPartOf(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && Enumerable.Range(0, text.Length).All(i => text[i] == text[i % length])) return text[..length];
        }
        return text;
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program: build the client.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
