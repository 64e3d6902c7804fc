using System.Security.Cryptography;
using Broadsheet.Articles;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Members;

/// <summary>Links by which a member gives a story away: whoever has one reads that story whole, for two weeks. They name nobody.</summary>
public sealed class GiftStories(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("broadsheet.gift-story").ToTimeLimitedDataProtector();

    /// <summary>What stands in the link.</summary>
    public string Of(Article article) => _protector.Protect(article.PublicId.ToString("N"), clock.GetUtcNow() + Lifetime);

    /// <summary>Whether it opens this story now.</summary>
    public bool Opens(string? gift, Article article)
    {
        try
        {
            return gift is { Length: > 0 and < 1000 } && _protector.Unprotect(gift, out var until) == article.PublicId.ToString("N") && until > clock.GetUtcNow();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
