using System.Globalization;
using System.Security.Cryptography;
using Broadsheet.Accounts;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Readers;

/// <summary>
/// Somebody asked to sign in as the owner of an address. The mail's link opens only in the browser that asked, which holds a cookie; for a mail
/// read elsewhere there is a code, to be typed into that browser. Nothing here says whether the paper knows the address.
/// </summary>
[StaysInNewsroom]
public sealed class SignInRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Of a million codes: guessing them has next to no chance.</summary>
    public const int MostTries = 5;

    /// <param name="id">Of the form that was sent: sent twice, it is one request.</param>
    public SignInRequest(Guid id, ReaderAddress address, long editionId, Secret link, string code, Secret browser, DateTimeOffset now, string next = "")
    {
        PublicId = id;
        (Address, TypedAddress) = (address.Normal, address.Typed);
        EditionId = editionId;
        LinkHash = link.Hash;
        BrowserHash = browser.Hash;
        CodeHash = HashOf(code, browser.Text);
        Next = next;
        CreatedAt = now;
        ExpiresAt = now + Lifetime;
    }

    private SignInRequest() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; }
    public string Address { get; private set; } = "";
    public string TypedAddress { get; private set; } = "";
    public long EditionId { get; private set; }
    public byte[] LinkHash { get; private set; } = [];
    public byte[] BrowserHash { get; private set; } = [];
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>Where she was on her way to; empty: to her own page.</summary>
    public string Next { get; private set; } = "";

    public int Tries { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && Tries < MostTries;

    public bool Opens(string code, string browser) => CryptographicOperations.FixedTimeEquals(CodeHash, HashOf(code, browser));

    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    // A million codes are hashed in a second; together with the browser's key, of which only the hash is kept, they cannot be.
    private static byte[] HashOf(string code, string browser) => Secret.HashOf($"{code}:{browser}");
}
