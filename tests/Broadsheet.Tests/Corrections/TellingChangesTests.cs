using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Document;

namespace Broadsheet.Tests.Corrections;

/// <summary>Which changes readers may have to be told of. No database.</summary>
public sealed class TellingChangesTests
{
    [Theory]
    [InlineData("en", "The wall fell at noon, Mayor Lind said.", "The wall fell at noon, Mayor Lint said.", "Name")]
    [InlineData("en", "Five people were hurt.", "Six people were hurt.", "Number")]
    [InlineData("en", "It cost 1,200 dollars.", "It cost 1,300 dollars.", "Number")]
    [InlineData("en", "It opened in 2019.", "It opened in 2018.", "Date")]
    [InlineData("en", "It fell on Tuesday.", "It fell on Wednesday.", "Date")]
    [InlineData("en", "“We will rebuild,” she said.", "“We may rebuild,” she said.", "Quotation")]
    [InlineData("en", "“We rebuild,” she said.", "“We never rebuild,” she said.", "Quotation")]
    [InlineData("en", "A mayor said so.", "Mayor Lind said so.", "Name")]
    [InlineData("en", "Lind spoke. Then Lind left.", "Holm spoke. Then Holm left.", "Name")]
    [InlineData("es", "Murieron dos personas.", "Murieron tres personas.", "Number")]
    [InlineData("he", "ראש העיר דן כהן אמר כך.", "ראש העיר דן לוי אמר כך.", "Word")]
    [InlineData("he", "שלושה נפצעו.", "ארבעה נפצעו.", "Number")]
    [InlineData("ar", "قالت «سنبني» ثم غادرت.", "قالت «لن نبني» ثم غادرت.", "Quotation")]
    [InlineData("ar", "سقط في نوفمبر.", "سقط في أكتوبر.", "Date")]
    public void What_somebody_may_have_been_misled_by_is_found(string language, string before, string after, string kind) =>
        Assert.Equal(kind, TellingChanges.Of(Of(before), Of(after), language)[0].Kind.ToString());

    [Theory]
    [InlineData("en", "The wall fell at noon.", "The walll fell at noon.")]
    [InlineData("en", "The wall fell.", "A wall fell.")]
    [InlineData("en", "Mayor Lind said the wall fell.", "The wall fell, Mayor Lind said.")]
    [InlineData("en", "The wall fell.", "The wall fell, with a noise that woke the harbour.")]
    [InlineData("en", "The wall fell.", "The wall fell.\n\nMayor Lind came on Tuesday with five men.")]
    [InlineData("en", "It was big .", "It was big.")]
    [InlineData("he", "הקיר נפל.", "הקיר נפל, ואיש לא נפגע.")]
    public void What_misled_nobody_is_not(string language, string before, string after) => Assert.Empty(TellingChanges.Of(Of(before), Of(after), language));

    [Fact]
    public void Headline_picture_byline_and_what_was_taken_out_are_found_and_what_was_added_is_not()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var before = Of("The wall fell.") with { Headline = "Wall falls", LeadPicture = new(one), Body = DraftDocument.Of(P("a", "The wall fell."), P("b", "Two men died.")) };
        var after = before with { Headline = "Wall cracks", LeadPicture = new(other), Body = DraftDocument.Of(P("a", "The wall fell."), new PictureBlock("p", other)) };

        Assert.Equal([TellingKind.Headline, TellingKind.Picture, TellingKind.Number], TellingChanges.Of(before, after, "en").Select(change => change.Kind));
        Assert.Empty(TellingChanges.Of(before, before with { Headline = "Wall  falls!", SearchTitle = "Wall" }, "en"));
    }

    private static Paragraph P(string id, string text) => new(id, [new TextRun(text)]);

    private static ArticleContent Of(string body) => new() { Headline = "Wall falls", Body = DraftDocument.Of([.. body.Split("\n\n").Select((text, at) => P($"p{at}", text))]) };
}
