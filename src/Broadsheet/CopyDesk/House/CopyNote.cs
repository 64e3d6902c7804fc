using Broadsheet.Storage.Changes;

namespace Broadsheet.CopyDesk.House;

/// <summary>
/// What became of a finding in a story: that it was shown, taken, or ignored, because. Known again by rule, block and words, so
/// that it holds whatever else is changed.
/// </summary>
[StaysInNewsroom]
public sealed class CopyNote(long articleId, string rule, string block, string words, DateTimeOffset firedAt)
{
    /// <summary>Longer words are known by their beginning.</summary>
    public const int MostWords = 200;

    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;
    public string Rule { get; private set; } = rule;
    public string Block { get; private set; } = block;
    public string Words { get; private set; } = Shortened(words);
    public DateTimeOffset FiredAt { get; private set; } = firedAt;
    public DateTimeOffset? TakenAt { get; set; }
    public DateTimeOffset? IgnoredAt { get; private set; }
    public long IgnoredBy { get; private set; }
    public string Because { get; private set; } = "";

    public void Ignore(string because, long by, DateTimeOffset now) => (Because, IgnoredBy, IgnoredAt) = (because, by, now);

    public void HeedAgain() => (Because, IgnoredAt) = ("", null);

    public bool IsOf(Finding found) => Rule == found.Rule && Block == found.Block && Words == Shortened(found.Words);

    public static string Shortened(string words) => words.Length <= MostWords ? words : words[..MostWords];
}
