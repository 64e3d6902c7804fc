using System.Text;
using Broadsheet.Document.Folding;
using CsCheck;

namespace Broadsheet.Tests.Document.Folding;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Harbour", "harbour")]
    [InlineData("CAFÉ", "cafe")]
    [InlineData("Straße", "strasse")]
    [InlineData("Øresund", "oresund")]
    [InlineData("Łódź", "lodz")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    [InlineData("Ёлка", "елка")]
    [InlineData("Йод", "йод")]
    [InlineData("שָׁלוֹם", "שלומ")]
    [InlineData("צה״ל", "צהל")]
    [InlineData("צה\"ל", "צהל")]
    [InlineData("ג׳ורג׳", "גורג")]
    [InlineData("أحمد", "احمد")]
    [InlineData("مَدْرَسَةٌ", "مدرسه")]
    [InlineData("كتـــاب", "كتاب")]
    [InlineData("کتاب", "كتاب")]
    [InlineData("ایرانی", "ايراني")]
    [InlineData("کتاب‌ها", "كتابها")]
    [InlineData("٢٠٢٦", "2026")]
    [InlineData("۲۰۲۶", "2026")]
    [InlineData("２０２６", "2026")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("ガス", "ガス")]
    [InlineData("ｶﾞｽ", "ガス")]
    [InlineData("한국", "한국")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ﬁnance", "finance")]
    public void A_word_is_brought_to_one_form(string written, string folded)
    {
        Assert.Equal(folded, FoldedText.Of(written));
        Assert.Equal(folded, FoldedText.Of(written.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("The mayor’s new harbour-wall", "the mayor new harbour wall")]
    [InlineData("L’État, d'accord: aujourd'hui", "etat accord aujourdhui")]
    [InlineData("O'Brien doesn't", "obrien doesnt")]
    [InlineData("מנכ\"ל הבנק אמר: \"שלום\"", "מנכל הבנק אמר שלומ")]
    [InlineData("iPhone手机 2026年", "iphone 手机 2026 年")]
    [InlineData("«Привет»", "привет")]
    [InlineData("a@b.example", "a b example")]
    [InlineData("…—!", "")]
    public void A_text_is_cut_into_words(string text, string words) => Assert.Equal(words, string.Join(' ', Word.In(text).Select(word => word.Folded)));

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string Text = "«L’État» de l'eau — שָׁלוֹם";

        Assert.Equal(["État", "de", "eau", "שָׁלוֹם"], Word.In(Text).Select(word => Text.Substring(word.At, word.Length)));
    }

    [Fact]
    public void Folding_twice_changes_nothing_more() => Gen.String.Sample(text =>
    {
        var once = FoldedText.Of(text);
        Assert.Equal(once, FoldedText.Of(once));
    }, iter: 3000);

    [Fact]
    public void No_text_breaks_the_cutting_and_no_word_is_outside_it() => Gen.String.Sample(text =>
    {
        var at = 0;
        foreach (var word in Word.In(text))
        {
            Assert.True(word.At >= at && word.Length > 0 && word.At + word.Length <= text.Length);
            Assert.DoesNotContain(word.Folded, char.IsWhiteSpace);
            at = word.At + word.Length;
        }
    }, iter: 3000);
}
