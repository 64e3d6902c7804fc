using System.Globalization;

namespace Broadsheet.Search.Questions;

public sealed partial record Question
{
    /// <summary>The question as somebody might have typed it.</summary>
    public string Write() => string.Join(' ', Parts.Select(part => $"{(part.IsUnwanted ? "-" : "")}{Quoted(part.Text, part.IsPhrase)}")
        .Concat(Kept.Select(kept => $"{kept.To.ToString().ToLowerInvariant()}:{Quoted(kept.Value, kept.Value.Any(char.IsWhiteSpace))}"))
        .Concat(Written("after", After)).Concat(Written("before", Before)));

    private static string Quoted(string text, bool isQuoted) => isQuoted ? $"\"{text}\"" : text;

    private static IEnumerable<string> Written(string key, Day? day) => day is { } known ? [$"{key}:{known.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"] : [];
}
