using Broadsheet.Articles;
using Broadsheet.CopyDesk.Dates;
using Broadsheet.Document;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.CopyDesk;

/// <summary>"Wednesday" keeps meaning one day.</summary>
public sealed class DateMarkTests
{
    private static readonly DateOnly Friday = new(2023, 3, 17);

    [Theory]
    [InlineData("en", "The president is scheduled to visit Moscow on Wednesday.", "Wednesday 2023-03-22")]
    [InlineData("en", "While speaking with him on Thursday, the minister said no.", "Thursday 2023-03-16")]
    [InlineData("en", "Work was to be finished by next week, but it began last month.", "next week 2023-W12, last month 2023-02")]
    [InlineData("en", "The office closes at noon every Friday and on Good Friday.", "")]
    [InlineData("en", "They met on Monday, March 6, and on a Sunday in winter.", "")]
    [InlineData("en", "Friday's vote will be close. It was put off yesterday.", "Friday 2023-03-17, yesterday 2023-03-16")]
    [InlineData("en", "“We meet on Monday,” she said.", "")]
    [InlineData("es", "El presidente visitará Moscú el miércoles.", "miércoles 2023-03-22")]
    [InlineData("es", "La oficina cierra los lunes. El pleno se reunió el jueves pasado.", "jueves pasado 2023-03-16")]
    [InlineData("he", "הנשיא צפוי לבקר במוסקבה ביום רביעי.", "יום רביעי 2023-03-22")]
    [InlineData("he", "המשרד סגור בימי שני. השר נפגש איתו ביום חמישי.", "יום חמישי 2023-03-16")]
    [InlineData("ar", "سيزور الرئيس موسكو يوم الأربعاء.", "يوم الأربعاء 2023-03-22")]
    [InlineData("ar", "التقى الوزير نظيره يوم الخميس، ويجتمعان كل اثنين.", "يوم الخميس 2023-03-16")]
    public void A_day_is_told_by_its_tense(string language, string text, string days)
    {
        var marked = DateMarks.Set(DraftDocument.OfText(text), language, Friday);

        Assert.Equal(days, string.Join(", ", Marked(marked)));
        Assert.Equal(text, string.Concat(marked.AllBlocks.OfType<Paragraph>().SelectMany(block => block.Content).OfType<TextRun>().Select(run => run.Text)));
    }

    [Theory]
    [InlineData("MOSCOW, March 17", "en", "2023-03-17")]
    [InlineData("JERUSALEM, 30 Dec", "en", "2022-12-30")]
    [InlineData("Felgate, 2 May 2019", "en-GB", "2019-05-02")]
    [InlineData("ירושלים, 17 במרץ", "he", "2023-03-17")]
    [InlineData("JERUSALEM", "en", null)]
    public void A_dateline_may_name_the_day(string dateline, string language, string? day) =>
        Assert.Equal(day, DatelineDay.Of(dateline, language, new(2023, 3, 20))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_later_version_keeps_the_days_of_the_one_before()
    {
        var first = DateMarks.Set(DraftDocument.OfText("It fell on Wednesday."), "en", Friday);
        var block = (Paragraph)first.Content[0];
        var corrected = DraftDocument.Of(block with { Content = [new TextRun("It fell on Wednesday. It was mended on Monday.")] });

        Assert.Equal(["Wednesday 2023-03-15", "Monday 2023-04-10"], Marked(DateMarks.Set(corrected, "en", new(2023, 4, 14), first)));
    }

    [Fact]
    public async Task Readers_get_the_marks_without_anybody_pressing_anything()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall", content => content with { Body = DraftDocument.OfText("The wall fell yesterday.") }));
        var day = newsroom.Edition.LocalTime(newsroom.Clock.GetUtcNow()).DateTime.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains($"The wall fell <time datetime=\"{day}\">yesterday</time>.", await newsroom.Client.GetStringAsync($"/city/{article.Slug}"));

        // Published again a week later, unchanged: no new version, the same day.
        newsroom.Clock.Advance(TimeSpan.FromDays(7));
        await newsroom.PublishAsync(article);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.ArticleVersions.CountAsync()));
        Assert.DoesNotContain("\"date\"", (await newsroom.ReloadAsync(article)).Draft.Content.Body.ToJson());
    }

    private static IEnumerable<string> Marked(DraftDocument body) => body.AllBlocks.OfType<TextBlock>().SelectMany(block => block.Content).OfType<TextRun>()
        .Where(run => run.Marks.Any(mark => mark is DateMark)).Select(run => $"{run.Text} {run.Marks.OfType<DateMark>().Single().Date}");
}
