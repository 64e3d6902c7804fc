using System.Globalization;

namespace Broadsheet.Syndication;

/// <summary>Times as feeds, sitemaps and ninjs write them (RFC 3339): to the second, in UTC.</summary>
internal static class Rfc3339
{
    public static string Of(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
