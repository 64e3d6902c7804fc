using System.Security.Cryptography;

namespace Broadsheet.Syndication.Pings;

/// <summary>Search engines that want to be told (indexnow.org) at once what is new, changed or gone. Off until the publisher switches it on.</summary>
public sealed record IndexNow
{
    /// <summary>Proves that we are the ones who tell: the same stands in /indexnow.txt. Empty: nobody is told.</summary>
    public string Key { get; init; } = "";

    /// <summary>Who passes it on to the engines.</summary>
    public string Address { get; init; } = "https://api.indexnow.org/indexnow";

    public bool IsOn => Key.Length > 0;

    public static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
