using Broadsheet.Articles;
using Broadsheet.Bulk;
using Broadsheet.Document;

namespace Broadsheet.Tests.Bulk;

public sealed class TextReplacementTests
{
    [Fact]
    public void Words_are_found_across_bold_and_links_and_keep_the_mark_of_their_first_letter()
    {
        var content = new ArticleContent
        {
            Headline = "Wenbin said no",
            Body = DraftDocument.Of(new Paragraph("", [new TextRun("On Monday Wen"), new TextRun("bin", [new BoldMark()]), new TextRun(" said, and Wenbins did not.")])),
        };

        var (changed, hits) = Replace(content, new() { Find = "Wenbin", Replace = "Wang" });

        Assert.Equal("Wang said no", changed.Headline);
        var paragraph = Assert.IsType<Paragraph>(changed.Body.Content[0]);
        Assert.Equal(["On Monday Wang said, and Wenbins did not."], paragraph.Content.OfType<TextRun>().Select(run => run.Text));
        Assert.Equal(2, hits.Count);
        Assert.Equal(new BulkHit("Body", "On Monday ", "Wenbin", "Wang", " said, and Wenbins did not."), hits[1]);
    }

    [Theory]
    [InlineData("שלום", "אמר שלוֹם לכולם", false)] // A vowel sign belongs to its word.
    [InlineData("שלום", "אמר שלום, לכולם", true)]
    [InlineData("שלום", "אמר 'שלום' והלך", true)]
    [InlineData("צה", "דובר צה\"ל מסר", false)] // Gershayim stand inside a word …
    [InlineData("הארץ", "נמסר לעיתון \"הארץ\"", true)]
    [InlineData("הארץ", "כך נכתב ב\"הארץ\" אתמול", true)] // … and a quotation mark after a prefix does not.
    [InlineData("מס", "ברחוב הרצל מס' 5", false)]
    [InlineData("السلام", "عملية السَّلام", false)]
    [InlineData("السلام", "(السلام)، ثم", true)]
    [InlineData("السلام", "السلام\u200F. ثم", true)] // A mark of direction is not seen.
    [InlineData("کتاب", "کتاب\u200Cها را خواند", false)] // Persian: the same word goes on after a joiner.
    [InlineData("Wang", "Wang’s spokesman", true)]
    [InlineData("don", "they don't know", false)]
    [InlineData("ONU", "le rapport de l'ONU", true)]
    [InlineData("Brien", "Ms O'Brien said", false)]
    [InlineData("1", "it cost 1,000 or 1.5", false)]
    [InlineData("e\u0301", "caf\u0065\u0301", false)]
    [InlineData("東京", "東京都で", true)]
    [InlineData("name", "file_name", false)]
    [InlineData("color", "the COLOR of it", true)]
    [InlineData("$1.00", "it cost $1.00 then", true)]
    public void Whole_words_are_whole_in_every_script(string find, string text, bool isFound) =>
        Assert.Equal(isFound ? 1 : 0, Replace(new() { Standfirst = text }, new() { Find = find, Replace = "x", MatchesCase = false, Quotations = true }).Hits.Count);

    [Fact]
    public void What_is_put_in_is_taken_as_it_is_written() =>
        Assert.Equal("it costs $0 now", Replace(new() { Headline = "it costs five now" }, new() { Find = "five", Replace = "$0" }).Content.Headline);

    [Theory]
    [InlineData("the color, COLOR and Color", "the colour, COLOUR and Colour")]
    [InlineData("élan of COLORS", "élan of COLOURS")]
    public void Capitals_are_those_of_what_was_found(string text, string expected) =>
        Assert.Equal(expected, Replace(new() { Headline = text }, new() { Find = "color", Replace = "colour", MatchesCase = false, WholeWords = false }).Content.Headline);

    [Fact]
    public void Words_of_others_stay_unless_they_are_ticked()
    {
        var content = new ArticleContent
        {
            Headline = "Kiev is cold, ‘Kiev is dark’",
            Body = DraftDocument.Of(
                new Paragraph("a", [new TextRun("“Kiev is ours,” he said of Kiev.")]),
                new Paragraph("b", [new TextRun("“We left Kiev at noon."), new HardBreak(), new TextRun("Kiev was quiet.")]),
                new Paragraph("c", [new TextRun("“And Kiev wept,” she said in Kiev.")]),
                new BlockQuote("d", [new Paragraph("e", [new TextRun("Kiev, Kiev")])]),
                new Paragraph("f", [new TextRun("He called it "), new TextRun("Kiev forever", [new QuotationMark("q1")])])),
        };

        var (changed, hits) = Replace(content, new() { Find = "Kiev", Replace = "Kyiv" });
        Assert.Equal("Kyiv is cold, ‘Kiev is dark’", changed.Headline);
        Assert.Equal("“Kiev is ours,” he said of Kyiv.|“We left Kiev at noon.\nKiev was quiet.|“And Kiev wept,” she said in Kyiv.|Kiev, Kiev|He called it Kiev forever", Said(changed.Body));
        Assert.Equal(11, hits.Count);
        Assert.Equal(3, hits.Count(hit => hit.IsChosen));

        Assert.DoesNotContain("Kiev", Said(Replace(content, new() { Find = "Kiev", Replace = "Kyiv", Quotations = true }).Content.Body));
        var one = new TextReplacement(new() { Find = "Kiev", Replace = "Kyiv" }).Apply(content, "en", [.. hits.Select((hit, number) => hit with { IsChosen = number == 2 })]);
        Assert.Equal((content.Headline, "“Kyiv is ours,” he said of Kiev."), (one.Headline, Said(one.Body).Split('|')[0]));
    }

    private static string Said(DraftDocument body) =>
        string.Join('|', body.AllBlocks.OfType<TextBlock>().Select(block => string.Concat(block.Content.Select(inline => inline is TextRun run ? run.Text : "\n"))));

    private static (ArticleContent Content, IReadOnlyList<BulkHit> Hits) Replace(ArticleContent content, BulkChange change)
    {
        var words = new TextReplacement(change);
        var hits = words.HitsIn(content, "en");
        return (words.Apply(content, "en", hits), hits);
    }
}
