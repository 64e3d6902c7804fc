using Broadsheet.Document;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Tests.Document;

public class RendererTests
{
    [Fact]
    public void The_page_is_semantic_HTML()
    {
        var html = Page(SampleDocument.Everything);
        Assert.Equal("""
            <p dir="auto">The wall <strong>fell<em> at dawn</em></strong><br/><a href="https://example.org/a?b=1&amp;c=2" rel="external noopener">read more</a><sup>2</sup><sub>0</sub><s>gone</s><code>let x</code><span lang="he" dir="auto">שלום</span><span class="quotation" data-quotation="q1">We will rebuild</span></p>
            <h3 id="h-h1" dir="ltr">What next?</h3>
            <ul dir="auto"><li>first</li><li><p>second</p><ol start="4"><li>inner</li></ol></li></ul>
            <blockquote dir="auto"><p>Nobody was hurt.</p></blockquote>
            <figure class="pull-quote" dir="auto"><blockquote><p>It sounded like thunder</p></blockquote><figcaption>a fisherman</figcaption></figure>
            <figure class="picture picture-wide"><picture><source type="image/avif" srcset="/pictures/aa/400.avif 400w" sizes="(min-width: 64em) 60rem, 100vw"/><img src="/pictures/aa/800.jpg" alt="A broken wall" width="800" height="600" loading="lazy" decoding="async"/></picture><figcaption dir="auto"><span class="caption">The wall on Monday</span> <span class="credit">(Photo: Ida Lund/Coast Press)</span></figcaption></figure>
            """, string.Join('\n', html.Split('\n').Take(6)), ignoreLineEndingDifferences: true);
        Assert.Contains("""<div class="table-scroll" tabindex="0"><table><thead><tr><th dir="auto" scope="col">Year</th><th dir="auto" scope="col">Cost</th></tr></thead><tbody><tr><td dir="auto" colspan="2">2024 &amp; 2025</td></tr></tbody></table></div>""", html);
        Assert.Contains("""<aside class="fact-box" aria-labelledby="f-f1"><p class="fact-box-title" id="f-f1" dir="auto">The harbour</p><p dir="auto">Built in 1911.</p></aside>""", html);
        Assert.Contains("""<nav class="related" aria-labelledby="r-x1"><p class="related-title" id="r-x1" dir="auto">Related</p><ul><li dir="auto"><span class="kind">Analysis</span> <a href="/news/wall-cracked">The wall had cracked in March</a></li></ul></nav>""", html);
        Assert.Contains("""<div class="file"><p dir="auto"><a href="/files/report.pdf" download="">The engineers’ report</a> <span class="file-details">PDF, 2.3 MB</span></p></div>""", html);
        Assert.Contains("""<figure class="embed" data-embed="https://www.youtube-nocookie.com/embed/abcdefghijk" data-provider="youtube" data-ratio="16/9" data-embed-label="Load from YouTube"><p class="embed-provider">YouTube</p><p class="embed-title" dir="auto"><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="external noopener">The wall falls</a></p></figure>""", html);
        Assert.Contains("""<figure class="embed embed-link"><p class="embed-provider">example.org</p>""", html);
    }

    [Fact]
    public void What_nobody_answers_for_is_left_out()
    {
        var html = new PageRenderer(NoParts.Instance).Render(SampleDocument.Everything.ForPublication());
        foreach (var absent in (string[])["<img", "gallery", "related", "class=\"file\""]) Assert.DoesNotContain(absent, html);
    }

    [Fact]
    public void Links_say_when_they_leave_the_paper()
    {
        var document = DraftDocument.Of(new Paragraph("a", [
            Link("https://paper.example/x"), Link("/x"), Link("mailto:desk@paper.example"), Link("https://shop.example/"), Link("//shop.example/")]));
        var html = new PageRenderer(NoParts.Instance) { OwnHost = "paper.example", LinkRelation = "sponsored" }.Render(document.ForPublication());
        Assert.Equal("""
            <p dir="auto"><a href="https://paper.example/x">l</a><a href="/x">l</a><a href="mailto:desk@paper.example">l</a><a href="https://shop.example/" rel="external noopener sponsored">l</a><a href="//shop.example/" rel="external noopener sponsored">l</a></p>

            """, html, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Plain_text_has_a_form_for_every_block()
    {
        var text = new PlainTextRenderer(new SampleDocument()).Render(SampleDocument.Everything.ForPublication());
        Assert.Equal("""
            The wall fell at dawn
            read more20gonelet xשלוםWe will rebuild

            What next?

            • first
            • second
              4. inner

            > Nobody was hurt.

            It sounded like thunder
            — a fisherman

            [The wall on Monday (Photo: Ida Lund/Coast Press)]

            [The harbour wall (Photo: Ida Lund/Coast Press)]

            [(Photo: Ida Lund/Coast Press)]

            Year	Cost
            2024 & 2025

            * * *

            The harbour
            Built in 1911.

            Related
            • The wall had cracked in March: /news/wall-cracked

            The engineers’ report: /files/report.pdf

            The wall falls: https://www.youtube.com/watch?v=abcdefghijk

            https://example.org/chart
            """, text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Empty_paragraphs_are_not_published() =>
        Assert.Equal("<p dir=\"auto\">a</p>\n", Page(DraftDocument.Of(
            new Paragraph("1", []), new Paragraph("2", [new TextRun("a")]), new Paragraph("3", [new TextRun(" "), new HardBreak()]))));

    private static TextRun Link(string href) => new("l", [new LinkMark(href)]);

    private static string Page(DraftDocument document) => new PageRenderer(new SampleDocument()).Render(document.ForPublication());
}
