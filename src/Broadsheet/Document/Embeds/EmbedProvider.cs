using System.Text.RegularExpressions;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Embeds;

/// <summary>
/// A place elsewhere whose things may be shown in a story. It is data: a paper adds its own in the
/// form of embeds.json. Patterns match host, path and query; {name} in Url and Frame is what the
/// pattern's group of that name found.
/// </summary>
public sealed partial record EmbedProvider(string Provider, string Name, string[] Patterns, string Url, string Frame, string? Ratio = null)
{
    private (string[] From, Regex[] To)? compiled;

    // NonBacktracking, as a paper may write its own patterns and a slow one would stop a page. A
    // copy made by "with" takes the field along: it counts only for the patterns it was made from.
    private Regex[] Compiled
    {
        get
        {
            if (compiled is { } done && ReferenceEquals(done.From, Patterns)) return done.To;
            var made = Patterns.Select(pattern => new Regex($@"^(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)).ToArray();
            compiled = (Patterns, made);
            return made;
        }
    }

    internal Embed? Recognise(Uri address)
    {
        var place = address.IdnHost + address.PathAndQuery;
        var match = Compiled.Select(pattern => pattern.Match(place)).FirstOrDefault(match => match.Success);
        if (match is null) return null;

        var (url, frame) = (Fill(Url, match), Fill(Frame, match));
        return LinkSafety.IsWebAddress(url) && IsFrame(frame) ? new(Provider, Name, url, frame, Ratio) : null;
    }

    /// <summary>What is wrong with it, in plain words; null when it can be used.</summary>
    public string? Problem()
    {
        if (!Slug().IsMatch(Provider)) return T("embed.problem.key");
        if (Name.Length is 0 or > 60) return T("embed.problem.name");
        if (!IsFrame(Group().Replace(Frame, "x"))) return T("embed.problem.frame");
        if (Ratio is not null && !RatioForm().IsMatch(Ratio)) return T("embed.problem.ratio");
        try
        {
            return Compiled.Length == 0 ? T("embed.problem.pattern") : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return T("embed.problem.unreadable", ("why", wrong.Message));
        }
    }

    /// <summary>The host that frames come from, for the paper's frame-src.</summary>
    public string FrameHost => Uri.TryCreate(Group().Replace(Frame, "x"), UriKind.Absolute, out var uri) ? uri.Host : "";

    private static bool IsFrame(string address) => LinkSafety.IsWebAddress(address) && address.StartsWith("https://", StringComparison.Ordinal);

    private static string Fill(string template, Match match) => Group().Replace(template, group => match.Groups[group.Groups[1].Value].Value);

    public bool Equals(EmbedProvider? other) => other is not null && (Provider, Name, Url, Frame, Ratio) == (other.Provider, other.Name, other.Url, other.Frame, other.Ratio) && Patterns.SequenceEqual(other.Patterns);

    public override int GetHashCode() => HashCode.Combine(Provider, Url, Frame);

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Group();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,59}\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^[1-9][0-9]?/[1-9][0-9]?\z")]
    private static partial Regex RatioForm();
}
