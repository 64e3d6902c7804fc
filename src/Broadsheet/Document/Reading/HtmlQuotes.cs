using AngleSharp.Dom;

namespace Broadsheet.Document.Reading;

internal static class HtmlQuotes
{
    private static readonly string[] PullClasses = ["pull-quote", "pullquote", "wp-block-pullquote"];

    /// <summary>What the schema lets an attribution or a title have.</summary>
    private const int Longest = 300;

    public static bool IsPull(IElement element) => PullClasses.Any(element.ClassList.Contains);

    public static IEnumerable<Block> Read(IElement quote, InlineStyle style, HtmlWalk walk)
    {
        var dir = HtmlWalk.Dir(quote);
        if (IsPull(quote)) return Pull(quote, style, walk);

        var blocks = Fitting.Wrap(walk.Inside(quote.ChildNodes, style, dir).SelectMany(Fitting.AsFlow), Fitting.IsFlow, flow => new BlockQuote("", flow));
        return Post(quote, walk.Context) is { } post ? blocks.Append(post) : blocks;
    }

    /// <summary>A figure or blockquote that repeats words of the text; who said them stands in cite or figcaption.</summary>
    public static IEnumerable<Block> Pull(IElement element, InlineStyle style, HtmlWalk walk)
    {
        var source = Short(element.QuerySelector("figcaption, cite, footer"));
        var words = walk.Inside(HtmlNodes.Without(element, source), style, HtmlWalk.Dir(element));
        words = words is [BlockQuote only] ? [.. only.Content] : words;
        var attribution = source is null ? "" : walk.Context.Fit(HtmlText.Line(source).TrimStart('—', '–', '-', ' '), Longest);
        return Fitting.AsPullQuote(words, attribution);
    }

    public static IEnumerable<Block> FactBox(IElement box, InlineStyle style, HtmlWalk walk)
    {
        var title = Short(box.QuerySelector(".fact-box-title"));
        var words = title is null ? "" : walk.Context.Fit(HtmlText.Line(title), Longest);
        return Fitting.AsFactBox(walk.Inside(HtmlNodes.Without(box, title), style), words);
    }

    // Of a name or a title nobody writes so much: it is text like the rest, and stays whole.
    private static IElement? Short(IElement? element) => element is not null && HtmlText.Line(element).Length <= Longest ? element : null;

    // A post as X and Instagram hand it out: the words in a blockquote, to be replaced by a script.
    private static EmbedBlock? Post(IElement quote, ReadingContext context)
    {
        var address = quote.ClassList.Contains("twitter-tweet") || quote.ClassList.Contains("twitter-video") ? quote.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).LastOrDefault()
            : quote.ClassList.Contains("instagram-media") ? quote.GetAttribute("data-instgrm-permalink") : null;
        return HtmlMedia.Embed(address, "", context);
    }
}

internal static class HtmlNodes
{
    /// <summary>An element's children, with one descendant looked past. The tree is ours alone, so it is taken out.</summary>
    public static IEnumerable<INode> Without(IElement element, IElement? descendant)
    {
        descendant?.Remove();
        return element.ChildNodes;
    }
}
