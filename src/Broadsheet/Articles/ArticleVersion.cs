using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>
/// One version of an article, kept whole and never changed. Versions of an article form a chain: each hash covers
/// the one before it and a salted digest of the content. Content and salt can be destroyed when the law demands it;
/// the digest then tells nothing of what was there, and the chain stays valid with a tombstone in it.
/// </summary>
public sealed class ArticleVersion
{
    private ArticleVersion() { }

    public long Id { get; private set; }
    public long ArticleId { get; private set; }

    /// <summary>From 1, without gaps, within the article.</summary>
    public int Number { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }
    public long MadeBy { get; private set; }

    /// <summary>Why it was made, in the editor's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The draft's revision that it is: its point in the log of the co-editing.</summary>
    public long DraftRevision { get; private set; }

    /// <summary>Canonical JSON of the content (RFC 8785); null once destroyed.</summary>
    public string? ContentJson { get; private set; }

    /// <summary>32 random bytes, as hex; null once the content is destroyed.</summary>
    public string? Salt { get; private set; }

    /// <summary>SHA-256 of salt and content, as hex.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The hash of every picture in it, by the picture's public id, as canonical JSON.</summary>
    public string PicturesJson { get; private set; } = "{}";

    /// <summary>The same, read.</summary>
    public IReadOnlyDictionary<string, string> PictureHashes => JsonSerializer.Deserialize<Dictionary<string, string>>(PicturesJson, Json.Compact) ?? [];

    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over the canonical JSON of <see cref="Header"/>, as hex.</summary>
    public string Hash { get; private set; } = "";

    public Tombstone? Tombstone { get; private set; }

    /// <summary>What was written. Throws when it was destroyed.</summary>
    public ArticleContent Content => ContentJson is { } json
        ? JsonSerializer.Deserialize<ArticleContent>(json, Json.Compact)!
        : throw new ContentDestroyedException(Tombstone!);

    /// <summary>Whether readers would get of it what they would get of <paramref name="content"/>; never, once it was destroyed.</summary>
    public bool PrintsLike(ArticleContent content) => ContentJson is not null && Content.PrintsLike(content);

    public static ArticleVersion After(ArticleVersion? previous, Article article, ArticleContent content, long by, DateTimeOffset now, string reason, IReadOnlyDictionary<string, string>? pictures = null)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var json = CanonicalJson.Of(content);
        var version = new ArticleVersion
        {
            ArticleId = article.Id,
            Number = (previous?.Number ?? 0) + 1,
            // What the database keeps is whole milliseconds; the hash must cover the instant that is read back.
            MadeAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            MadeBy = by,
            Reason = reason,
            DraftRevision = article.Draft.Revision,
            ContentJson = json,
            Salt = salt,
            Digest = Sha256(salt + json),
            PicturesJson = CanonicalJson.Of(pictures ?? new Dictionary<string, string>()),
            PreviousHash = previous?.Hash ?? "",
        };
        version.Hash = Sha256(version.Header(article.PublicId));
        return version;
    }

    /// <summary>Whether the row still says what it said when it was made, and follows <paramref name="previous"/>.</summary>
    public bool IsIntact(Guid article, ArticleVersion? previous) => BreakAfter(previous, article) is null;

    /// <summary>What about the row is not as it was when it was made; null when it is whole and follows <paramref name="previous"/>.</summary>
    public ChainBreak? BreakAfter(ArticleVersion? previous, Guid article) => this switch
    {
        _ when Number != (previous?.Number ?? 0) + 1 => ChainBreak.Missing,
        { ContentJson: null, Tombstone: null } => ChainBreak.Gone,
        { ContentJson: { } json } when Digest != Sha256(Salt + json) => ChainBreak.Content,
        _ when PreviousHash != (previous?.Hash ?? "") => ChainBreak.Link,
        _ when Hash != Sha256(Header(article)) => ChainBreak.Header,
        _ => null,
    };

    /// <summary>Destroys the content for good, leaving who ordered it and why. The chain stays valid.</summary>
    public void Destroy(string reason, long by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new ArticleException(Text.T("version.sayWhichLaw"));
        ContentJson = null;
        Salt = null;
        Tombstone = new Tombstone(reason, by, now);
    }

    private string Header(Guid article) =>
        CanonicalJson.Of(new { article, number = Number, madeAt = MadeAt.ToUnixTimeMilliseconds(), madeBy = MadeBy, reason = Reason, digest = Digest, pictures = PicturesJson, previous = PreviousHash });

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>How a version can differ from what it was when it was made.</summary>
public enum ChainBreak
{
    /// <summary>A version before it is not there.</summary>
    Missing,

    /// <summary>Its text is not there and no tombstone says why.</summary>
    Gone,

    /// <summary>Its text is another.</summary>
    Content,

    /// <summary>It does not follow the version before it.</summary>
    Link,

    /// <summary>Who made it, when, why, or which pictures it shows is another.</summary>
    Header,
}

/// <summary>What stands where content was destroyed.</summary>
public sealed record Tombstone(string Reason, long By, DateTimeOffset At);

public sealed class ContentDestroyedException(Tombstone tombstone) : Exception(Text.T("version.destroyed", ("reason", tombstone.Reason)));
