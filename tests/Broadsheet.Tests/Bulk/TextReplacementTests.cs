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

        var (changed, hits) = new TextReplacement("Wenbin", "Wang", matchesCase: true, wholeWords: true).In(content);

        Assert.Equal("Wang said no", changed.Headline);
        var paragraph = Assert.IsType<Paragraph>(changed.Body.Content[0]);
        Assert.Equal(["On Monday Wang said, and Wenbins did not."], paragraph.Content.OfType<TextRun>().Select(run => run.Text));
        Assert.Equal(2, hits.Count);
        Assert.Equal(new BulkHit("Body", "On Monday ", "Wenbin", "Wang", " said, and Wenbins did not."), hits[1]);
    }

    [Theory]
    [InlineData("שלום", "אמר שלוֹם לכולם", false)] // A vowel sign belongs to its word.
    [InlineData("שלום", "אמר שלום, לכולם", true)]
    [InlineData("color", "the COLOR of it", true)]
    [InlineData("$1.00", "it cost $1.00 then", true)]
    public void Whole_words_are_whole_in_every_script(string find, string text, bool isFound) =>
        Assert.Equal(isFound, new TextReplacement(find, "x", matchesCase: false, wholeWords: true).In(new ArticleContent { Standfirst = text }).Hits.Count == 1);

    [Fact]
    public void What_is_put_in_is_taken_as_it_is_written() =>
        Assert.Equal("it costs $0 now", new TextReplacement("five", "$0", true, true).In(new ArticleContent { Headline = "it costs five now" }).Content.Headline);
}
