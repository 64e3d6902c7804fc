using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Edge;

/// <param name="Seconds">For how long it need not ask again.</param>
/// <param name="Revalidate">For how much longer it may give what it has while it asks.</param>
/// <param name="OnError">For how much longer it may give what it has when we do not answer.</param>
public readonly record struct EdgeLife(int Seconds, int Revalidate, int OnError)
{
    /// <summary>Protects us from a crowd that asks for one address, and is over before anybody can call it late (promise 33).</summary>
    public static readonly EdgeLife Brief = new(1, 0, 0);

    /// <summary>As directives of Cache-Control.</summary>
    /// <param name="age">The directive that says how long: <c>s-maxage</c>, or <c>max-age</c> in a header that only the edge reads.</param>
    public string Directives(string age) =>
        $"{age}={Seconds}" + (Revalidate > 0 ? $", stale-while-revalidate={Revalidate}" : "") + (OnError > 0 ? $", stale-if-error={OnError}" : "");
}

/// <summary>One kind of shared cache: how it is told what it may keep, and what it must forget.</summary>
public interface IEdge
{
    /// <summary>How many tags one request may name.</summary>
    int MostTags { get; }

    /// <summary>How many purges a minute it takes. 0: as many as we like.</summary>
    int RequestsPerMinute { get; }

    /// <summary>The header that tags a page, and what stands between two tags.</summary>
    (string Name, char Separator) TagHeader { get; }

    /// <summary>How long the edge may keep an answer; readers' browsers ask again each time.</summary>
    void Keep(IHeaderDictionary headers, EdgeLife life);

    /// <summary>What purges tags, at most <see cref="MostTags"/>: one request for each address that keeps pages.</summary>
    IEnumerable<HttpRequestMessage> Purge(IReadOnlyCollection<string> tags);

    /// <summary>Whether an answer of status 200 means yes.</summary>
    bool SaysYes(string body) => true;
}

/// <summary>Headers that several edges share.</summary>
internal static class EdgeText
{
    /// <summary>For caches that read Cache-Control alone. A browser is told to ask each time, the shared cache how long it may not.</summary>
    internal static StringValues Shared(EdgeLife life) => "public, max-age=0, must-revalidate, " + life.Directives("s-maxage");
}
