using System.Text.RegularExpressions;
using Broadsheet.Document.Embeds;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Embeds;

/// <summary>
/// A place elsewhere whose things this paper lets stand in its stories, besides those that every paper has. Described by two addresses rather than
/// patterns: <c>https://public.flourish.studio/visualisation/{id}</c> and <c>https://flo.uri.sh/visualisation/{id}/embed</c>; what stands for a word in braces in the
/// first is put into the second.
/// </summary>
/// <param name="Name">As readers see it: "Load from Flourish".</param>
/// <param name="Address">Of a thing as people pass it on.</param>
/// <param name="Frame">Of the page that is loaded on a reader's click.</param>
/// <param name="Ratio">Width to height, such as 16/9; empty when its height is its own.</param>
public sealed partial record OwnEmbed(string Name, string Address, string Frame, string Ratio)
{
    private const string Https = "https://";

    /// <summary>What is wrong with it, at the field that it is about.</summary>
    public Problems Check(IReadOnlyList<OwnEmbed> others)
    {
        var problems = new Problems();
        if (Name.Length is 0 or > 60) problems.Add(nameof(Name), T("embeds.problem.name"));
        else if (others.Any(other => other.Address == Address)) problems.Add(nameof(Address), T("embeds.problem.known"));
        if (!IsTemplate(Address)) problems.Add(nameof(Address), T("embeds.problem.address"));
        else if (!Group().IsMatch(Address)) problems.Add(nameof(Address), T("embeds.problem.group", ("example", "{id}")));
        if (!IsTemplate(Frame)) problems.Add(nameof(Frame), T("embeds.problem.address"));
        else if (Names(Frame).Except(Names(Address)).FirstOrDefault() is { } unknown) problems.Add(nameof(Frame), T("embeds.problem.unknown", ("name", $"{{{unknown}}}")));
        if (!problems.Any && ToProvider().Problem() is { } problem) problems.Add(problem);
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public EmbedProvider ToProvider() => new(KeyOf(Name), Name, [Pattern()], Address, Frame, Ratio.Length > 0 ? Ratio : null);

    // As people pass addresses on: with or without www., a slash at the end, or what a campaign has added.
    private string Pattern()
    {
        var rest = Address[Https.Length..];
        var parts = Group().Split(rest).Select((part, at) => at % 2 == 0 ? Regex.Escape(part) : $"(?<{part}>[A-Za-z0-9_.~%-]+)");
        return $"{(rest.StartsWith("www.", StringComparison.Ordinal) ? "" : "(www\\.)?")}{string.Concat(parts)}{(rest.Contains('?') ? "([&#].*)?" : "/?([?#].*)?")}";
    }

    // The host is whole: a frame-src that names it must name one place.
    private static bool IsTemplate(string address) =>
        address.StartsWith(Https, StringComparison.Ordinal) && address.Length <= 500
        && Uri.TryCreate(Group().Replace(address, "x"), UriKind.Absolute, out var uri) && uri.Host.Contains('.') && uri.IsDefaultPort && uri.UserInfo.Length == 0
        && address[Https.Length..].StartsWith(uri.Host, StringComparison.OrdinalIgnoreCase) && !Brace().IsMatch(Group().Replace(address, ""));

    private static IEnumerable<string> Names(string template) => Group().Matches(template).Select(match => match.Groups[1].Value);

    private static string KeyOf(string name)
    {
        var key = NotInKey().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return key.Length > 0 && char.IsAsciiLetter(key[0]) ? key : $"embed-{key}".TrimEnd('-');
    }

    [GeneratedRegex(@"\{([A-Za-z]{1,20})\}")]
    private static partial Regex Group();

    [GeneratedRegex(@"[{}\s]")]
    private static partial Regex Brace();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInKey();
}
