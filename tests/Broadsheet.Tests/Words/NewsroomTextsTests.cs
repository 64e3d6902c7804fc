using Broadsheet.Words;

namespace Broadsheet.Tests.Words;

/// <summary>The newsroom says everything in each of its languages.</summary>
public sealed class NewsroomTextsTests
{
    // Read by whoever writes programs, in the documentation of the API, which is English.
    private const string OfApi = "api.";

    public static TheoryData<string> Others { get; } = [.. Spoken.Languages.Skip(1)];

    [Theory, MemberData(nameof(Others))]
    public void Every_text_is_there_and_no_other(string language)
    {
        var (english, other) = (Texts.In("en"), Texts.In(language));
        Assert.Empty(english.Keys.Where(key => !key.StartsWith(OfApi, StringComparison.Ordinal) && !other.ContainsKey(key)).Order());
        Assert.Empty(other.Keys.Where(key => !english.ContainsKey(key)).Order());
        Assert.Empty(other.Where(text => text.Value.Pattern.Length == 0 && english[text.Key].Pattern.Length > 0).Select(text => text.Key));
    }

    [Theory, MemberData(nameof(Others))]
    public void A_translation_asks_for_what_the_English_asks_for(string language) =>
        Assert.Empty(Texts.In(language).Where(text => !text.Value.Message.Names.ToHashSet().SetEquals(Texts.In("en")[text.Key].Message.Names))
            .Select(text => $"{text.Key}: {text.Value.Pattern}").Order());

    [Fact]
    public void It_speaks_English_to_who_wants_a_language_it_lacks()
    {
        Spoken.In("tlh");
        Assert.Equal("en", Spoken.Language);
        Assert.False(Spoken.IsRightToLeft);
    }

    [Theory]
    [InlineData("en", "Sat 28 Nov", "Saturday, 28 November")]
    [InlineData("es", "sáb 28 nov", "sábado, 28 de noviembre")]
    [InlineData("he", "שבת 28 בנוב׳", "יום שבת, 28 בנובמבר")]
    public void A_day_is_written_as_the_language_writes_it(string language, string weekday, string whole)
    {
        Spoken.In(language);
        Assert.Equal(weekday, Dates.Weekday(new(2026, 11, 28)));
        Assert.Equal(whole, Dates.Whole(new(2026, 11, 28, 6, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task What_one_request_speaks_is_not_heard_in_another()
    {
        var heard = new List<string>();
        await SayAsync("he");
        heard.Add(Spoken.Language);
        Assert.Equal(["he", "en"], heard);

        async Task SayAsync(string language)
        {
            Spoken.In(language);
            await Task.Yield();
            heard.Add(Spoken.Language);
        }
    }
}
