using Broadsheet.Articles;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Corrections;

public enum CorrectionKind
{
    /// <summary>Something was wrong.</summary>
    Correction,

    /// <summary>Something was right and could be misread.</summary>
    Clarification,

    /// <summary>Something has happened since. It stays on its story.</summary>
    Update,

    EditorsNote,

    /// <summary>The whole story is taken back; made by withdrawing it so.</summary>
    Retraction,
}

/// <summary>What the paper says openly about a story that it changed. It is never deleted, only amended, and what it said before stays beside it.</summary>
public sealed class Correction
{
    public const int LongestText = 2000;

    private readonly List<CorrectionWording> _earlier = [];

    /// <param name="version">The version that readers see with it.</param>
    public Correction(Article article, CorrectionKind kind, string text, int version, long by, DateTimeOffset now)
    {
        (PublicId, ArticleId, EditionId, Kind, Text) = (Guid.CreateVersion7(now), article.Id, article.EditionId, kind, Demand(text));
        (Version, MadeAt, MadeBy) = (version, now, by);
    }

    private Correction() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; }
    public long ArticleId { get; private set; }
    public long EditionId { get; private set; }
    public CorrectionKind Kind { get; private set; }

    /// <summary>Plain text; a line break begins a paragraph.</summary>
    public string Text { get; private set; } = "";

    public int Version { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    [StaysInNewsroom]
    public long MadeBy { get; private set; }

    /// <summary>When its words were changed last.</summary>
    public DateTimeOffset? AmendedAt { get; private set; }

    /// <summary>What it said before, the oldest first.</summary>
    public IReadOnlyCollection<CorrectionWording> Earlier => _earlier;

    /// <summary>Grows with every amendment; whoever amends says which one she has read.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Whether it stands at /corrections: an update stays on its story.</summary>
    public bool IsInLedger { get => Kind != CorrectionKind.Update; private set { } }

    public DateTimeOffset ChangedAt => AmendedAt ?? MadeAt;

    /// <param name="revision">The wording that was read.</param>
    /// <exception cref="ArticleException">It says nothing new, or somebody amended it since.</exception>
    public void Amend(CorrectionKind kind, string text, string why, int revision, long by, DateTimeOffset now)
    {
        if (revision != Revision) throw new ArticleException(Web.Text.T("corrections.stale"));
        var words = Demand(text);
        if (kind == Kind && words == Text) throw new ArticleException(Web.Text.T("corrections.nothingNew"));
        if (kind != Kind && (kind == CorrectionKind.Retraction || Kind == CorrectionKind.Retraction)) throw new ArticleException(Web.Text.T("corrections.retraction"));

        _earlier.Add(new(Revision, Kind, Text, ChangedAt, by, why, now));
        (Kind, Text, AmendedAt) = (kind, words, now);
        Revision++;
    }

    private static string Demand(string text)
    {
        var words = text.ReplaceLineEndings("\n").Trim();
        if (words.Length == 0) throw new ArticleException(Web.Text.T("corrections.sayWhat"));
        return words.Length <= LongestText ? words : throw new ArticleException(Web.Text.T("corrections.tooLong", ("most", LongestText)));
    }
}

/// <summary>What a correction said until it was amended.</summary>
public sealed class CorrectionWording(int number, CorrectionKind kind, string text, DateTimeOffset saidAt, long amendedBy, string why, DateTimeOffset amendedAt)
{
    public long CorrectionId { get; private set; }
    public int Number { get; private set; } = number;
    public CorrectionKind Kind { get; private set; } = kind;
    public string Text { get; private set; } = text;

    /// <summary>Since when it said so.</summary>
    public DateTimeOffset SaidAt { get; private set; } = saidAt;

    public DateTimeOffset AmendedAt { get; private set; } = amendedAt;

    [StaysInNewsroom]
    public long AmendedBy { get; private set; } = amendedBy;

    [StaysInNewsroom]
    public string Why { get; private set; } = why;
}
