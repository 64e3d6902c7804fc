namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>A sentence of a specification, as a question to a document.</summary>
/// <param name="Name">Where it is written: "RFC 4287, 4.1.1".</param>
/// <param name="Broken">What in the document does not keep it; nothing where all is well.</param>
/// <param name="Break">Makes of a good document one that breaks this rule: a rule that never finds anything proves nothing.</param>
internal sealed record Rule<T>(string Name, Func<T, IEnumerable<string>> Broken, Action<T> Break)
{
    public override string ToString() => Name;
}

internal static class Rules
{
    public static string[] Check<T>(IEnumerable<Rule<T>> rules, T document) => [.. rules.SelectMany(rule => rule.Broken(document).Select(what => $"{rule.Name}: {what}"))];

    public static bool IsWholeAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !text!.Any(char.IsWhiteSpace);
}
