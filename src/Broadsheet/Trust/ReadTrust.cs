using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Trust;

/// <summary>/trust: what the edition says of itself; /trust/ethics: one thing of it.</summary>
public static class ReadTrust
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods("/trust", reading, All);
        paper.MapMethods("/trust/{subject}", reading, One);
    }

    internal static async Task<IResult> All(HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);
        var said = (await newspaper.SettingOfAsync<TrustStatement>(edition.Id, stop)).Value;
        if (!said.Subjects.Any()) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var links = said.Subjects.Select(subject => $"<li dir=\"auto\"><a href=\"{Markup.Encode(said.AddressOf(subject, paper)!)}\">{Markup.Encode(words.Say(paper, subject.Title))}</a></li>");
        return Page(paper, words.Say(paper, "trust.title"), $"<ul>{string.Concat(links)}</ul>", "/trust", words.Say(paper, "trust.description"), origin);
    }

    internal static async Task<IResult> One(string subject, HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition || TrustSubject.All.FirstOrDefault(one => one.Slug == subject) is not { } asked
            || (await newspaper.SettingOfAsync<TrustStatement>(edition.Id, stop)).Value.TextOf(asked) is not { Length: > 0 } text) return await Missing.AnswerAsync(http, newspaper, stop);
        if (TrustStatement.LinkIn(text) is { } elsewhere) return Results.Redirect(elsewhere);

        var paper = edition.ForPaper();
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Page(paper, words.Say(paper, asked.Title), string.Concat(paragraphs.Select(Paragraph)), $"/trust/{asked.Slug}", paragraphs[0].ReplaceLineEndings(" "), origin);
    }

    // Names of a masthead stand one a line.
    private static string Paragraph(string text) => $"<p dir=\"auto\">{string.Join("<br>", text.Split('\n', StringSplitOptions.TrimEntries).Select(line => Markup.Encode(line).Html))}</p>";

    private static PaperResult Page(PaperEdition paper, string title, string body, string path, string description, PaperOrigin origin) => new(new PaperPage(
        paper, "page", new PlainPageView(new PlainTextView(title, new Markup(body))), new PageHead { Title = title, Description = description, Canonical = origin.Whole(paper.At(path)), HasText = true }));
}
