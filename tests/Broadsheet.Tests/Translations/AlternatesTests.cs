using System.Net;
using System.Text.Json;
using Broadsheet.Articles;
using Broadsheet.Tests.Storage;
using Broadsheet.Translations;

namespace Broadsheet.Tests.Translations;

/// <summary>Readers and search engines find a story in each of its languages, from each of them.</summary>
public sealed class AlternatesTests
{
    [Theory, OnBoth]
    public async Task Every_page_of_a_set_names_all_of_them_and_itself_and_what_is_withdrawn_is_gone_at_once(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var hebrew = await newsroom.EditionAsync("he", "הנמל", "he", 1);
        var arabic = await newsroom.EditionAsync("ar", "الميناء", "ar", 2);
        var french = await newsroom.EditionAsync("fr", "Le Port", "fr", 3);
        var source = await newsroom.PublishAsync(await newsroom.DraftInAsync(hebrew, "Wall he"));
        var english = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall en"));
        var inArabic = await newsroom.PublishAsync(await newsroom.DraftInAsync(arabic, "Wall ar"));
        var inFrench = await newsroom.DraftInAsync(french, "Wall fr");
        foreach (var translation in new[] { english, inArabic, inFrench }) await newsroom.LinkAsync(translation, source);

        Dictionary<string, string> all = new() { ["en"] = "/city/wall-en", ["he"] = "/he/city/wall-he", ["ar"] = "/ar/city/wall-ar", ["fr"] = "/fr/city/wall-fr" };
        await MutualAsync(newsroom, all, "en", "he", "ar");

        // One comes out, one is moved, one is hidden from search engines, one is withdrawn and comes back.
        await newsroom.PublishAsync(inFrench);
        await MutualAsync(newsroom, all, "en", "he", "ar", "fr");
        await newsroom.WriteAsync(inFrench, content => content with { Slug = "mur" });
        await newsroom.PublishAsync(inFrench);
        all["fr"] = "/fr/city/mur";
        await MutualAsync(newsroom, all, "en", "he", "ar", "fr");
        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == english.Id).IsHiddenFromSearchEngines = true);
        await MutualAsync(newsroom, all, "he", "ar", "fr");
        Assert.Contains("href=\"/city/wall-en\"", await newsroom.Client.GetStringAsync(all["he"]));
        await newsroom.ActAsync(inArabic, (publication, article) => publication.WithdrawAsync(article, new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        await MutualAsync(newsroom, all, "he", "fr");
        Assert.DoesNotContain("/ar/city/", await newsroom.Client.GetStringAsync(all["he"]));
        await newsroom.PublishAsync(inArabic);
        await MutualAsync(newsroom, all, "he", "ar", "fr");
        // Without its original the set stays one.
        await newsroom.ActAsync(source, (publication, article) => publication.WithdrawAsync(article, new Withdrawal(WithdrawalKind.Retraction, "Wrong", 0, newsroom.Clock.GetUtcNow(), "We were wrong.", KeepsText: true)));
        await MutualAsync(newsroom, all, "ar", "fr");
        Assert.Empty(await newsroom.AlternatesAsync(all["he"]));
        // Apart from the set: alone.
        await newsroom.ChangeAsync(newspaper => newspaper.Translations.Remove(newspaper.Translations.Single(row => row.ArticleId == inFrench.Id)));
        Assert.Empty(await newsroom.AlternatesAsync(all["fr"]));
        Assert.Empty(await newsroom.AlternatesAsync(all["ar"]));
    }

    [Theory, OnBoth]
    public async Task The_switch_leads_to_the_same_story_or_to_the_other_front_page_and_the_data_names_both(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var hebrew = await newsroom.EditionAsync("he", "הנמל", "he", 1);
        await newsroom.EditionAsync("ar", "الميناء", "ar", 2);
        var source = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall"));
        var translation = await newsroom.PublishAsync(await newsroom.DraftInAsync(hebrew, "Homa"));
        Assert.DoesNotContain("in-languages", await newsroom.Client.GetStringAsync("/city/wall"));
        await newsroom.LinkAsync(translation, source);

        var (english, inHebrew) = (await newsroom.Client.GetStringAsync("/city/wall"), await newsroom.Client.GetStringAsync("/he/city/homa"));
        Assert.Equal(2, Occurrences(english, "<a href=\"/he/city/homa\" hreflang=\"he\" lang=\"he\" dir=\"rtl\">עברית</a>"));
        Assert.Equal(2, Occurrences(inHebrew, "<a href=\"/city/wall\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a>"));
        Assert.Equal(1, Occurrences(english, "<a href=\"/ar/\" hreflang=\"ar\""));
        Assert.Contains("<a href=\"/he/\" hreflang=\"he\"", await newsroom.Client.GetStringAsync("/city"));

        Assert.Equal(("Homa", "he"), Named(Data(english).GetProperty("workTranslation")[0]));
        Assert.Equal(("Wall", "en"), Named(Data(inHebrew).GetProperty("translationOfWork")));
        Assert.False(Data(inHebrew).TryGetProperty("workTranslation", out _));
        await newsroom.ActAsync(source, (publication, article) => publication.WithdrawAsync(article, new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        inHebrew = await newsroom.Client.GetStringAsync("/he/city/homa");
        Assert.False(Data(inHebrew).TryGetProperty("translationOfWork", out _));
        Assert.Contains("<a href=\"/\" hreflang=\"en\"", inHebrew);
        Assert.DoesNotContain("in-languages", inHebrew);
    }

    // Over all pairs: what one page says of another, that other says of it.
    private static async Task MutualAsync(Newsroom newsroom, Dictionary<string, string> all, params string[] languages)
    {
        foreach (var from in languages)
        {
            var told = await newsroom.AlternatesAsync(all[from]);
            Assert.Equal(languages.Append("x-default"), told.Keys);
            foreach (var to in languages) Assert.Equal(all[to], told[to]);
            // The first edition that has it.
            Assert.Equal(all[languages[0]], told["x-default"]);
        }
        foreach (var left in all.Keys.Except(languages))
            if ((await newsroom.Client.GetAsync(all[left])) is { StatusCode: HttpStatusCode.OK }) Assert.Empty(await newsroom.AlternatesAsync(all[left]));
    }

    private static int Occurrences(string page, string text) => page.Split(text).Length - 1;

    private static (string?, string?) Named(JsonElement work) => (work.GetProperty("headline").GetString(), work.GetProperty("inLanguage").GetString());

    private static JsonElement Data(string page)
    {
        var from = page.IndexOf("<script type=\"application/ld+json\">", StringComparison.Ordinal) + "<script type=\"application/ld+json\">".Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]).RootElement;
    }
}
