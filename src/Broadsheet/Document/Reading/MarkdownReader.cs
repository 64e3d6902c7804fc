using System.Text;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>
/// Reads Markdown into a document: CommonMark, pipe tables, ~~strike~~, H~2~O, m^2^, HTML as
/// HtmlReader reads it, and the fences of docs/document.md (:::factbox, :::pullquote, :::picture …).
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
        .UseAutoLinks().UseCustomContainers().Build();

    /// <exception cref="DocumentException">More than a document can hold.</exception>
    public static DocumentReading Read(string markdown, ReadingOptions? options = null)
    {
        var limit = Schema.Current.Limits.JsonBytes;
        if (markdown.Length > limit || Encoding.UTF8.GetByteCount(markdown) > limit) throw new DocumentException([new("", T("reading.tooLarge", ("most", limit)))]);

        var context = new ReadingContext(options ?? new());
        var source = MarkdownFences.Close(markdown);
        return context.Finish(Fitting.Shallow(new Reading(source, Parsed(source), context).Document()));
    }

    private static MarkdownDocument Parsed(string source)
    {
        try
        {
            return Markdig.Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            // What Markdig throws for quotes and lists nested past its limit.
            throw new DocumentException([new("", T("reading.tooDeep"))]);
        }
    }

    private sealed class Reading(string source, MarkdownDocument document, ReadingContext context)
    {
        private readonly int headingShift = document.Descendants<HeadingBlock>().Any(heading => heading.Level == 1) ? 1 : 0;

        public List<Block> Document() => Blocks(document);

        // Plain Markdown goes through HTML, so that raw HTML, which may begin in one block and end in
        // another, is read as one; fences stand between.
        private List<Block> Blocks(ContainerBlock container)
        {
            var blocks = new List<Block>();
            var plain = new List<Markdig.Syntax.Block>();
            foreach (var block in container)
            {
                if (block is not CustomContainer fence)
                {
                    plain.Add(block);
                    continue;
                }

                blocks.AddRange(Plain(plain));
                blocks.AddRange(MarkdownFence.Read(fence, source, Blocks, context));
                plain.Clear();
            }

            return [.. blocks, .. Plain(plain)];
        }

        private List<Block> Plain(List<Markdig.Syntax.Block> blocks)
        {
            if (blocks.Count == 0) return [];
            using var html = new StringWriter();
            var renderer = new Markdig.Renderers.HtmlRenderer(html);
            Pipeline.Setup(renderer);
            foreach (var block in blocks) renderer.Render(block);
            return HtmlReader.Blocks(html.ToString(), context, headingShift);
        }
    }
}
