using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>What the W3C's validator warns of in the HTML that a feed carries.</summary>
internal static class HtmlInFeeds
{
    private static readonly HashSet<string> Dangerous = ["script", "style", "iframe", "object", "embed", "form", "meta", "link", "base", "noscript", "frame"];

    /// <summary>SecurityRisk, SecurityRiskAttr.</summary>
    public static IEnumerable<string> Dangers(string html) => Elements(html).SelectMany(element => new[] { Dangerous.Contains(element.LocalName) ? element.LocalName : "" }
        .Concat(element.Attributes.Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style" || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)).Select(attribute => attribute.Name)))
        .Where(what => what.Length > 0);

    /// <summary>ContainsRelRef.</summary>
    public static IEnumerable<string> RelativeAddresses(string html) => Elements(html).SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("src") })
        .OfType<string>().Where(address => !Uri.TryCreate(address, UriKind.Absolute, out var whole) || whole.IsFile);

    private static IEnumerable<IElement> Elements(string html) => new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*").Concat(new HtmlParser().ParseDocument(html).Head!.Children);
}
