using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Broadsheet.CopyDesk.Reading;
using static Broadsheet.Web.Text;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>The rows of house style, each a rule of its own called "house:" and its key.</summary>
internal static class HouseRules
{
    public const string Prefix = "house:";
    private const int MostKept = 5000;

    // Editors' patterns change rarely and are tried on every keystroke's check.
    private static readonly ConcurrentDictionary<(string, bool), Regex?> Compiled = new();

    public static void Check(CopyReading copy, List<Finding> findings)
    {
        foreach (var row in copy.Copy.House.Rows)
        {
            if (row.Severity == Severity.Off || row.Kind == HouseKind.Abbreviation || row.Language.Length > 0 && !copy.Copy.Language.StartsWith(row.Language, StringComparison.OrdinalIgnoreCase)) continue;
            var isNearMiss = row.Kind == HouseKind.Name && row.Find.Length == 0;
            foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place != Place.AltText))
            {
                if (isNearMiss) NearMisses(passage, row, findings);
                else foreach (var form in row.Find.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Forms(passage, row, form, findings);
            }
        }
    }

    // A spelling that differs from what is right in capitals alone is found by its capitals.
    private static void Forms(PassageReading passage, HouseRow row, string form, List<Finding> findings)
    {
        var heedsCase = string.Equals(form, row.Right, StringComparison.OrdinalIgnoreCase);
        if (Compiled.Count > MostKept) Compiled.Clear();
        if (Compiled.GetOrAdd((form, heedsCase), key => HousePattern.Compile(key.Item1, key.Item2)) is not { } pattern) return;
        try
        {
            foreach (var match in pattern.EnumerateMatches(passage.Text))
            {
                var at = new Stretch(match.Index, match.Length);
                var whole = pattern.Match(passage.Text, match.Index);
                Add(passage, row, at, row.Right.Length == 0 ? null : AsWritten(HousePattern.Fill(row.Right, whole), passage.Text[at.Start], form), findings);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern so odd that it takes 50 ms on one paragraph finds nothing there.
        }
    }

    // A name of the word list, a letter off.
    private static void NearMisses(PassageReading passage, HouseRow row, List<Finding> findings)
    {
        var right = Letters.KeyOf(row.Right);
        if (right.Length < 6 || right.Contains(' ', StringComparison.Ordinal)) return;
        foreach (var word in passage.Words)
            if (word.Key[0] == right[0] && Spelling.IsNear(word.Key, right) && !Spelling.IsInflection(word.Key, right)) Add(passage, row, word.At, row.Right, findings);
    }

    private static string AsWritten(string right, char first, string form) =>
        char.IsUpper(first) && right.Length > 0 && char.IsLower(right[0]) && char.IsLower(form[0]) ? char.ToUpperInvariant(right[0]) + right[1..] : right;

    private static void Add(PassageReading passage, HouseRow row, Stretch at, string? fix, List<Finding> findings)
    {
        var words = passage.Text.Substring(at.Start, at.Length);
        if (fix == words) return;
        var isQuoted = passage.IsQuoted(at.Start);
        var message = fix is null ? T("copy.house.found", ("words", words)) : T("copy.house.use", ("words", words), ("right", fix));
        var advice = string.Join(' ', new[] { row.Advice, row.Example.Length > 0 ? T("copy.house.example", ("example", row.Example)) : "", row.Source.Length > 0 ? T("copy.house.source", ("source", row.Source)) : "" }.Where(part => part.Length > 0));
        findings.Add(new(Prefix + row.Key, row.Severity, HarmOf(row.Kind), passage.Passage.Block, passage.Passage.Place, at.Start, at.Length, words, message, isQuoted ? T("copy.quoted") : advice, isQuoted ? null : fix));
    }

    internal static Harm HarmOf(HouseKind kind) => kind switch
    {
        HouseKind.Name or HouseKind.Loaded => Harm.Fact,
        HouseKind.Spelling => Harm.Grammar,
        _ => Harm.Style,
    };
}
