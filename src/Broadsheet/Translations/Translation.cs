using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Translations;

/// <summary>
/// A story of one edition says what a story of another says: its source, at a published version. A set of translations has one source:
/// a translation of a translation would hand its mistakes on, and what changed in the original would not reach it.
/// </summary>
public sealed class Translation
{
    private Translation() { }

    public long Id { get; private set; }

    /// <summary>The translation.</summary>
    public long ArticleId { get; private set; }

    /// <summary>The translation's edition, kept here too: a source has one translation in each.</summary>
    public long EditionId { get; private set; }

    public long SourceId { get; private set; }

    /// <summary>Number of the source's version that it says the same as.</summary>
    [StaysInNewsroom]
    public int FromVersion { get; private set; }

    /// <summary>What was put right in the source until then has been dealt with here. Readers are told of what came later.</summary>
    public DateTimeOffset SettledAt { get; private set; }

    [StaysInNewsroom]
    public DateTimeOffset MadeAt { get; private set; }

    [StaysInNewsroom]
    public long MadeBy { get; private set; }

    /// <summary>Grows with every change; whoever brings it up to date says which one she saw.</summary>
    [StaysInNewsroom]
    public int Revision { get; private set; } = 1;

    /// <param name="version">The source's, as readers see it now.</param>
    /// <param name="said">What the paper said about the source until now: that version has it in it.</param>
    /// <param name="known">Every translation of which either of the two is a part.</param>
    /// <exception cref="ArticleException">The two cannot be a pair.</exception>
    public static Translation Of(Article article, Article source, int version, IReadOnlyCollection<Correction> said, IReadOnlyCollection<Translation> known, long by, DateTimeOffset now)
    {
        if (article.Id == source.Id) throw new ArticleException(Text.T("translation.itself"));
        if (article.EditionId == source.EditionId) throw new ArticleException(Text.T("translation.sameEdition"));
        if (known.Any(row => row.ArticleId == article.Id)) throw new ArticleException(Text.T("translation.already"));
        if (known.Any(row => row.SourceId == article.Id)) throw new ArticleException(Text.T("translation.isSource"));
        if (known.Any(row => row.ArticleId == source.Id)) throw new ArticleException(Text.T("translation.ofTranslation"));
        if (known.Any(row => row.SourceId == source.Id && row.EditionId == article.EditionId)) throw new ArticleException(Text.T("translation.taken"));
        if (!source.IsPublished) throw new ArticleException(Text.T("translation.sourceNotOut"));

        // Two who pair one story with two others at once would each know nothing of the other.
        article.Touch();
        source.Touch();
        return new Translation
        {
            ArticleId = article.Id,
            EditionId = article.EditionId,
            SourceId = source.Id,
            FromVersion = version,
            SettledAt = said.Select(correction => correction.ChangedAt).Append(DateTimeOffset.UnixEpoch).Max(),
            MadeAt = now,
            MadeBy = by,
        };
    }

    /// <summary>How it stands beside its source.</summary>
    /// <param name="shown">The source's version that readers see; null while it has none.</param>
    /// <param name="since">When that version was made.</param>
    /// <param name="said">What the paper said about the source.</param>
    public Standing Beside(Article source, int? shown, DateTimeOffset? since, IEnumerable<Correction> said)
    {
        if (UrgentOf(source, said) is { } urgent) return urgent;
        return source.IsPublished && shown > FromVersion ? new(OriginalState.Changed, since) : new(OriginalState.Same, null);
    }

    /// <summary>What was put right in the source and is not yet here: readers of the translation are told. Null: nothing.</summary>
    public Standing? UrgentOf(Article source, IEnumerable<Correction> said)
    {
        if (source.Withdrawal is { } withdrawal && IsOpen(withdrawal.At)) return new(OriginalState.Withdrawn, withdrawal.At);
        // An update is the story going on; it is a newer version like any other.
        var open = said.Where(correction => correction.IsInLedger && IsOpen(correction.ChangedAt)).Select(correction => (DateTimeOffset?)correction.ChangedAt).Max();
        return open is { } at ? new(OriginalState.Corrected, at) : null;
    }

    /// <summary>Somebody has seen to all that the source said until <paramref name="version"/> and <paramref name="settled"/>.</summary>
    /// <param name="seen">The revision that she saw.</param>
    public void BringUpTo(int version, DateTimeOffset settled, int seen)
    {
        DemandRevision(seen);
        FromVersion = Math.Max(FromVersion, version);
        if (settled > SettledAt) SettledAt = settled;
        Revision++;
    }

    public void DemandRevision(int seen)
    {
        if (seen != Revision) throw new ArticleException(Text.T("translation.stale"));
    }

    // SQLite keeps whole milliseconds, and a withdrawal was written down in finer ones.
    private bool IsOpen(DateTimeOffset at) => at.ToUnixTimeMilliseconds() > SettledAt.ToUnixTimeMilliseconds();
}

/// <summary>What happened to a source since its translation was made; the worst comes last.</summary>
public enum OriginalState { Same, Changed, Corrected, Withdrawn }

/// <param name="At">When it happened. Null where nothing did.</param>
public sealed record Standing(OriginalState State, DateTimeOffset? At)
{
    /// <summary>Readers must not be left with what the paper knows to be wrong.</summary>
    public bool IsUrgent => State >= OriginalState.Corrected;
}
