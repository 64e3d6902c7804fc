using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>One ":::name words" fence as the block it stands for.</summary>
internal static class MarkdownFence
{
    public static IEnumerable<Block> Read(CustomContainer fence, string source, Func<ContainerBlock, List<Block>> inside, ReadingContext context)
    {
        // The line as it was written: Markdig takes it apart for its own purposes.
        var words = FirstLine(fence, source);
        switch (fence.Info?.ToLowerInvariant())
        {
            case "pullquote": return Fitting.AsPullQuote(inside(fence), context.Fit(words, 300));
            case "factbox": return Fitting.AsFactBox(inside(fence), context.Fit(words, 300));
            case "related": return Related(words, context);
            case "picture": return Picture(words, context) is { } picture ? [picture] : [];
            case "gallery": return Gallery(fence, source, context);
            case "file": return File(words, context);
            case "embed": return Embed(words, context);
            default:
                context.Note(ReadingNoteKind.Formatting, T("reading.note.fence", ("name", fence.Info)));
                return [.. Fitting.Line(words), .. inside(fence)];
        }
    }

    private static IEnumerable<Block> Related(string words, ReadingContext context)
    {
        var articles = new List<Guid>();
        foreach (var slug in words.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (context.Options.Article(slug) is { } article) articles.Add(article);
            else context.Note(ReadingNoteKind.Reference, T("reading.note.related"), slug);
        }

        return articles.Count == 0 ? [] : [new RelatedBox("", "", [.. articles.Distinct().Take(20)])];
    }

    private static IEnumerable<Block> Gallery(CustomContainer fence, string source, ReadingContext context)
    {
        var lines = Source(fence, source).Split('\n').Skip(1).Select(line => line.Trim().TrimStart('-', '*').Trim()).Where(line => line != "" && line.Trim(':') != "");
        var pictures = lines.Select(line => Picture(line, context)).OfType<PictureBlock>().ToList();
        return pictures.Count switch { 0 => [], 1 => pictures, _ => [new Gallery("", [.. pictures])] };
    }

    // file | caption | size
    private static PictureBlock? Picture(string words, ReadingContext context)
    {
        var parts = words.Split('|', StringSplitOptions.TrimEntries);
        if (context.Options.Picture(parts[0]) is not { } picture)
        {
            context.Note(ReadingNoteKind.Picture, T("reading.note.picture"), words);
            return null;
        }

        var caption = parts.Length > 1 && parts[1] != "" ? context.Fit(parts[1], 2000) : null;
        return new("", picture, caption, null, parts.Length > 2 && Enum.TryParse<PictureSize>(parts[2], ignoreCase: true, out var size) && Enum.IsDefined(size) ? size : PictureSize.Column);
    }

    private static IEnumerable<Block> File(string words, ReadingContext context)
    {
        var (name, title) = Two(words);
        if (context.Options.File(name) is { } file) return [new FileBlock("", file, context.Fit(title, 300))];
        context.Note(ReadingNoteKind.Reference, T("reading.note.file"), words);
        return [];
    }

    private static IEnumerable<Block> Embed(string words, ReadingContext context)
    {
        var (address, title) = Two(words);
        if (context.Options.Embeds.Recognise(address) is { } embed) return [new EmbedBlock("", embed.Url, embed.Provider, context.Fit(title, 300))];
        context.Note(ReadingNoteKind.Frame, T("reading.note.embed"), words);
        return [];
    }

    private static (string First, string Second) Two(string words) =>
        words.Split('|', 2, StringSplitOptions.TrimEntries) is [var first, var second] ? (first, second) : (words, "");

    private static string FirstLine(CustomContainer fence, string source)
    {
        var line = Source(fence, source).Split('\n')[0].TrimStart(':').Trim();
        return line.Length > (fence.Info?.Length ?? 0) ? line[(fence.Info?.Length ?? 0)..].Trim() : "";
    }

    private static string Source(CustomContainer fence, string source) =>
        fence.Span.Start >= 0 && fence.Span.End < source.Length && fence.Span.Length > 0 ? source.Substring(fence.Span.Start, fence.Span.Length) : "";
}
