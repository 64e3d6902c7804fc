using Broadsheet.Web;

namespace Broadsheet.Tests.Web;

public sealed class MessageTests
{
    private const string Words = "{count, plural, =0 {no words} one {# word} other {# words}} in {place}";

    [Theory]
    [InlineData(0, "no words in Jaffa")]
    [InlineData(1, "1 word in Jaffa")]
    [InlineData(1200, "1,200 words in Jaffa")]
    public void A_counted_text_takes_the_form_of_its_number(int count, string expected) =>
        Assert.Equal(expected, Message.Format(Words, "en", ("count", count), ("place", "Jaffa")));

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
        Assert.Equal(form, PluralForm.Of(count, language));

    [Fact]
    public void A_value_that_was_not_given_is_an_error_not_a_gap() =>
        Assert.Throws<FormatException>(() => Message.Format("Saved {time}", "en"));

    [Fact]
    public void A_value_with_braces_is_not_read_as_a_pattern() =>
        Assert.Equal("By {name}", Message.Format("By {who}", "en", ("who", "{name}")));
}
