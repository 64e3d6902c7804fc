namespace Broadsheet.Bench;

/// <summary>Requests of people who mean no good, and of tools that mean nothing: addresses, queries and headers of every kind.</summary>
public static class OddRequests
{
    /// <summary>Two hundred headers, each of which has changed a page of some product for somebody else at some time.</summary>
    public static IEnumerable<(string Name, string Value)> Headers()
    {
        string[] names =
        [
            "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Original-URL", "X-Rewrite-URL", "X-Host",
            "Forwarded", "X-HTTP-Method-Override", "X-Method-Override", "Accept-Language", "Accept", "Accept-Charset", "Cookie", "Authorization", "Origin", "Referer",
            "User-Agent", "Save-Data", "DNT", "Sec-GPC", "Sec-CH-UA-Mobile", "Sec-CH-Prefers-Color-Scheme", "Sec-Fetch-Site", "Sec-Purpose", "CF-IPCountry", "True-Client-IP",
            "Via", "X-Real-IP", "X-Country", "X-Debug", "X-Theme", "X-Edition", "Cache-Control", "Pragma", "If-Unmodified-Since", "TE", "Upgrade-Insecure-Requests", "X-Requested-With",
        ];
        string[] values = ["evil.example", "https", "/newsroom", "he", "1"];
        return names.SelectMany(name => values.Select(value => (name, value)));
    }

    /// <summary>An address that asks for a real page with a query of no meaning, for a page by a number, or for nothing that exists.</summary>
    internal static string Path(Random random, IReadOnlyList<string> real) => random.Next(4) switch
    {
        0 => $"/?utm_source={random.NextInt64():x}&fbclid={Guid.NewGuid():N}",
        1 => $"{real[random.Next(real.Count)]}?{Guid.NewGuid():N}={random.Next()}",
        2 => $"/latest?page={random.Next(2, 100_000)}",
        _ => $"/{Guid.NewGuid():N}/{random.NextInt64():x}",
    };
}
