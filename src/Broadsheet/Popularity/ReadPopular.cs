using System.Globalization;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;

namespace Broadsheet.Popularity;

/// <summary>/popular: the stories read most, in the edition that was asked for.</summary>
public static class ReadPopular
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/popular", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, MostRead mostRead, CurrentTheme theme, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var strings = theme.Read().Strings;
        string Say(string key) => strings.Find(paper.Language, key)!.Print(CultureInfo.InvariantCulture, _ => paper.Name, _ => 0);

        var stories = await mostRead.InAsync(paper, [], Most, stop);
        var head = new PageHead { Title = Say("popular.title"), Description = Say("popular.description"), Canonical = origin.Whole(paper.At("/popular")) };
        return new PaperResult(new PaperPage(paper, "popular", new PopularPageView(stories), head));
    }
}

public sealed class PopularPageView(IReadOnlyList<StoryView> stories) : View
{
    public IReadOnlyList<StoryView> Stories => stories;
}
