using System.Globalization;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Document;
using Broadsheet.Notices;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Corrections;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Broadsheet.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Translations;

/// <summary>A story is translated, its original goes on, and nobody is left with what the paper knows to be wrong.</summary>
public sealed class TranslationTests
{
    [Theory, OnBoth]
    public async Task A_translation_whose_original_is_corrected_shows_what_changed_and_tells_readers_until_it_is_up_to_date(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var hebrew = await newsroom.EditionAsync("he", "הנמל", "he", 1);
        var translator = await newsroom.HireAsync(Role.Reporter);
        using var her = await newsroom.AsAsync(translator);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var source = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = DraftDocument.OfText("Five people were hurt.") }, translator.Id));

        var begun = await BeginAsync(her, source, hebrew.Edition.Id);
        var translation = await FoundAsync(newsroom, begun);
        Assert.Contains("<h1", await her.ReadAsync(begun));
        Assert.Equal((hebrew.Edition.Id, translator.Id, "Harbour wall falls", hebrew.City.PublicId), (translation.EditionId, translation.CreatedBy, translation.Draft.Content.Headline, translation.Draft.Content.Section!.Value));
        await newsroom.WriteAsync(translation, content => content with { Headline = "חומת הנמל קרסה", Slug = "homa", Body = DraftDocument.OfText("חמישה נפצעו.") });
        await newsroom.PublishAsync(translation);
        const string story = "/he/city/homa", mark = "המקור של כתבה זו";
        Assert.DoesNotContain(mark, await newsroom.Client.GetStringAsync(story));
        Assert.DoesNotContain("The original", await her.ReadAsync("/newsroom"));

        await editor.SubmitAsync($"/newsroom/articles/{source.Id}/fix",
            [.. AskingTests.Hidden(await editor.ReadAsync($"/newsroom/articles/{source.Id}/fix")), ("Headline", "Harbour wall falls"), ("Standfirst", ""), ("Find", "Five"), ("Put", "Six"), ("Answer", "Correction"), ("Kind", "Correction"), ("Text", "Six were hurt, not five.")]);

        // The newsroom: on the story, on Today before everything else, in the list; with what changed and what was said.
        Assert.Contains("The original was corrected on", await her.ReadAsync(begun));
        Assert.Contains("Urgent", await her.ReadAsync("/newsroom"));
        Assert.Contains("the original of this translation was corrected", await her.ReadAsync("/newsroom"));
        Assert.Contains("The original was corrected on", await editor.ReadAsync($"/newsroom/translations?edition={hebrew.Edition.Id}"));
        var page = await her.ReadAsync($"{begun}/translation");
        Assert.Contains("<del>Five</del><ins>Six</ins>", page);
        Assert.Contains("Six were hurt, not five.", page);
        Assert.Contains("An editor says that it is up to date", page);
        // Readers, at once.
        Assert.Contains(mark + " תוקן", await newsroom.Client.GetStringAsync(story));
        Assert.Contains("href=\"/city/harbour-wall-falls\"", await newsroom.Client.GetStringAsync(story));
        Assert.DoesNotContain("translation-notice", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        await newsroom.RunJobsAsync();
        var told = await newsroom.AskAsync(newspaper => newspaper.Notices.Where(row => row.MemberId == translator.Id && row.Href == $"{begun}/translation").Select(row => row.Kind).ToListAsync());
        Assert.Equal(["originalCorrected"], told);

        // The mark is taken off by who may publish, and by nobody who has not seen all that was said.
        var seen = AskingTests.Hidden(await editor.ReadAsync($"{begun}/translation")).Where(field => field.Item1 is "revision" or "version" or "settled").ToArray();
        Assert.Equal(HttpStatusCode.Forbidden, (await her.SubmitAsync($"{begun}/translation/version", seen)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await her.SubmitAsync($"{begun}/translation/removal", seen)).StatusCode);
        await CorrectAsync(newsroom, source, "Seven were hurt.");
        await editor.SubmitAsync($"{begun}/translation/version", seen);
        Assert.Contains(mark, await newsroom.Client.GetStringAsync(story));
        Assert.Equal(HttpStatusCode.Conflict, (await editor.SubmitAsync($"{begun}/translation/version", seen)).StatusCode);
        seen = [.. AskingTests.Hidden(await editor.ReadAsync($"{begun}/translation")).Where(field => field.Item1 is "revision" or "version" or "settled")];
        await editor.SubmitAsync($"{begun}/translation/version", seen);
        Assert.DoesNotContain(mark, await newsroom.Client.GetStringAsync(story));
        Assert.Contains("Up to date with its original.", await her.ReadAsync($"{begun}/translation"));
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.AuditEntries.CountAsync(row => row.Act == "translation-brought-up")));

        // A change that is no correction is a task, and none of the readers'.
        await newsroom.WriteAsync(source, content => content with { Standfirst = "A long night" });
        await newsroom.PublishAsync(source);
        Assert.Contains("The original changed since", await her.ReadAsync(begun));
        Assert.Contains("<ins>A long night</ins>", await her.ReadAsync($"{begun}/translation"));
        Assert.DoesNotContain(mark, await newsroom.Client.GetStringAsync(story));
        await newsroom.ActAsync(source, (publication, article) => publication.WithdrawAsync(article, new Withdrawal(WithdrawalKind.Mistake, "All wrong", 0, newsroom.Clock.GetUtcNow())));
        Assert.Contains(mark + " נמשך", await newsroom.Client.GetStringAsync(story));
        Assert.Contains("The original was withdrawn on", await her.ReadAsync(begun));
        await editor.SubmitAsync($"{begun}/translation/version", [.. AskingTests.Hidden(await editor.ReadAsync($"{begun}/translation")).Where(field => field.Item1 is "revision" or "version" or "settled")]);
        Assert.DoesNotContain(mark, await newsroom.Client.GetStringAsync(story));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_a_pair_is_refused_with_words(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var hebrew = await newsroom.EditionAsync("he", "הנמל", "he", 1);
        var arabic = await newsroom.EditionAsync("ar", "الميناء", "ar", 2);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var source = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall"));
        var beside = await newsroom.PublishAsync(await newsroom.DraftAsync("Fair"));
        var translation = await newsroom.PublishAsync(await newsroom.DraftInAsync(hebrew, "Homa"));
        var second = await newsroom.PublishAsync(await newsroom.DraftInAsync(hebrew, "Yarid"));
        var draft = await newsroom.DraftInAsync(arabic, "Draft");

        Assert.Contains("cannot be a translation of itself", await LinkAsync(source, source));
        Assert.Contains("same edition", await LinkAsync(source, beside));
        Assert.Contains("The original is not out", await LinkAsync(source, draft));
        Assert.Contains("Somebody changed this translation", await (await editor.SubmitAsync($"/newsroom/articles/{source.Id}/translation/removal", ("revision", "1"))).Content.ReadAsStringAsync());

        // By the page without script: found by its words, paired by a button, parted by another.
        Assert.Contains("value=\"" + source.Id + "\"", await editor.ReadAsync($"/newsroom/articles/{translation.Id}/translation?q=wall"));
        Assert.DoesNotContain("Fair", await editor.ReadAsync($"/newsroom/articles/{translation.Id}/translation?q=wall"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"/newsroom/articles/{translation.Id}/translation", ("source", $"{source.Id}"))).StatusCode);
        Assert.Contains("It is a translation already", await LinkAsync(translation, beside));
        Assert.Contains("has a translation in this edition already", await LinkAsync(second, source));
        Assert.Contains("That story is a translation itself", await LinkAsync(draft, translation));
        Assert.Contains("Other stories were translated from this one", await LinkAsync(source, second));
        Assert.Contains("has a translation in this edition already", await (await editor.SubmitAsync($"/newsroom/articles/{source.Id}/translations", ("shown", $"{source.PublishedVersionId}"), ("edition", $"{hebrew.Edition.Id}"))).Content.ReadAsStringAsync());
        Assert.Contains("Both stories stand in the same edition", await (await editor.SubmitAsync($"/newsroom/articles/{source.Id}/translations", ("shown", $"{source.PublishedVersionId}"), ("edition", $"{newsroom.Edition.Id}"))).Content.ReadAsStringAsync());
        Assert.Equal(5, await newsroom.AskAsync(newspaper => newspaper.Articles.CountAsync()));

        using var reporter = await newsroom.AsAsync(Role.Reporter);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/articles/{second.Id}/translation", ("source", $"{beside.Id}"))).StatusCode);
        var fields = AskingTests.Hidden(await editor.ReadAsync($"/newsroom/articles/{translation.Id}/translation")).Where(field => field.Item1 == "revision").Distinct().ToArray();
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"/newsroom/articles/{translation.Id}/translation/removal", fields)).StatusCode);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Translations.CountAsync()));
        Assert.Equal(["translation-linked", "translation-unlinked"], await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Where(row => row.Act.StartsWith("translation-")).OrderBy(row => row.Id).Select(row => row.Act).ToListAsync()));

        async Task<string> LinkAsync(Article article, Article of)
        {
            var refusal = await Assert.ThrowsAsync<ArticleException>(() => newsroom.LinkAsync(article, of));
            var answer = await editor.SubmitAsync($"/newsroom/articles/{article.Id}/translation", ("source", $"{of.Id}"));
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains(WebUtility.HtmlEncode(refusal.Message), await answer.Content.ReadAsStringAsync());
            return refusal.Message;
        }
    }

    [Fact]
    public async Task A_draft_has_the_sources_text_and_pictures_in_the_places_of_its_own_edition()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var hebrew = await newsroom.EditionAsync("he", "הנמל", "he", 1);
        using var editor = await newsroom.AsAsync(Role.Editor);
        Topic here = new(newsroom.Edition.Id, "Harbour", "harbour"), alone = new(newsroom.Edition.Id, "Rugby", "rugby"), there = new(hebrew.Edition.Id, "נמל", "harbour");
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(here, alone, there));
        var fair = await newsroom.PublishAsync(await newsroom.DraftAsync("Fair"));
        var yarid = await newsroom.PublishAsync(await newsroom.DraftInAsync(hebrew, "Yarid"));
        await newsroom.LinkAsync(yarid, fair);
        var other = await newsroom.PublishAsync(await newsroom.DraftAsync("Other"));
        var body = DraftDocument.Of(new Paragraph("p0", [new TextRun("She said "), new TextRun("שלום", [new LanguageMark("he")]), new TextRun(" and "), new TextRun("bonjour", [new LanguageMark("fr"), new BoldMark()])]));
        var source = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall", content => content with
        {
            Body = body,
            Standfirst = "It fell",
            Topics = [here.PublicId, alone.PublicId],
            Related = [fair.PublicId, other.PublicId],
            SearchTitle = "Wall!",
            Bylines = [new(null, "Mara Levi")],
            IsSensitive = true,
            Source = new() { Kind = ArticleSourceKind.Agency, ItemId = "urn:1", Credit = "Coast News", CanonicalUrl = "https://coast.example/1" },
        }));

        var draft = (await FoundAsync(newsroom, await BeginAsync(editor, source, hebrew.Edition.Id))).Draft.Content;

        Assert.Equal(("Wall", "It fell", "", "", true), (draft.Headline, draft.Standfirst, draft.Slug, draft.SearchTitle, draft.IsSensitive));
        Assert.Equal([there.PublicId], draft.Topics);
        Assert.Equal([yarid.PublicId], draft.Related);
        Assert.Equal([new Byline(null, "Mara Levi")], draft.Bylines);
        Assert.Equal(("", "Coast News", ""), (draft.Source!.ItemId, draft.Source.Credit, draft.Source.CanonicalUrl));
        var runs = ((Paragraph)draft.Body.Content.Single()).Content.Cast<TextRun>().ToList();
        Assert.Equal(["She said שלום and ", "bonjour"], runs.Select(run => run.Text));
        Assert.Equal(2, runs[1].Marks.Count);
        // A draft that is deleted leaves no pair behind.
        var begun = await newsroom.AskAsync(newspaper => newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.EditionId == hebrew.Edition.Id && row.PublishedAt == null));
        await editor.SubmitAsync($"/newsroom/articles/{begun.Id}/removal", ("revision", begun.Draft.Revision.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Translations.CountAsync()));
    }

    private static async Task<string> BeginAsync(StaffBrowser staff, Article source, long edition)
    {
        Assert.Contains("Translate into", await staff.ReadAsync($"/newsroom/articles/{source.Id}"));
        var answer = await staff.SubmitAsync($"/newsroom/articles/{source.Id}/translations", ("shown", $"{source.PublishedVersionId}"), ("edition", $"{edition}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static Task<Article> FoundAsync(Newsroom newsroom, string path)
    {
        var id = long.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture);
        return newsroom.AskAsync(newspaper => newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id == id));
    }

    private static async Task CorrectAsync(Newsroom newsroom, Article source, string text)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Broadsheet.Storage.Newspaper>();
        await scope.ServiceProvider.GetRequiredService<CorrectionDesk>().AddAsync(await newspaper.Articles.SingleAsync(row => row.Id == source.Id), CorrectionKind.Correction, text, Sets.Desk);
    }
}
