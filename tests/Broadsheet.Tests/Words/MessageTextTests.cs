using System.Globalization;
using Broadsheet.Words;

namespace Broadsheet.Tests.Words;

public sealed class MessageTextTests
{
    private const string Counted = "{count, plural, =0 {no words} one {# word} other {# words}} in {place}";

    [Theory]
    [InlineData(0, "no words in Jaffa")]
    [InlineData(1, "1 word in Jaffa")]
    [InlineData(1200, "1,200 words in Jaffa")]
    public void A_counted_text_takes_the_form_of_its_number(int count, string expected) =>
        Assert.Equal(expected, MessageText.Parse(Counted).Print(CultureInfo.GetCultureInfo("en"), _ => "Jaffa", _ => count));

    [Theory]
    [InlineData("he", 2, "two")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 103, "few")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 12, "many")]
    [InlineData("pl", 22, "few")]
    [InlineData("pl", 12, "many")]
    public void Other_languages_have_other_forms(string language, int count, string form) =>
        Assert.Equal(form, PluralRules.FormOf(language, count));

    [Fact]
    public void A_value_that_was_not_given_is_an_error_not_a_gap() =>
        Assert.Throws<FormatException>(() => Texts.T("article.delete.what", ("words", 3)));

    [Fact]
    public void A_value_with_braces_is_not_read_as_a_pattern() =>
        Assert.Equal("5 words, last saved {time}", Texts.T("article.delete.what", ("words", 5), ("time", "{time}")));
}
