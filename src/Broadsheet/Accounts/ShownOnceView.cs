namespace Broadsheet.Accounts;

/// <summary>Something that is shown now and never again: recovery codes, a link, a token.</summary>
/// <param name="Key">The texts <c>once.{key}.title</c> and <c>once.{key}.text</c>.</param>
public sealed record ShownOnceView(string Key, IReadOnlyList<string> Lines, string Back);
