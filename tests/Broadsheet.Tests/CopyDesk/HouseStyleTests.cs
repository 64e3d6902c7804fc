using System.Net;
using Broadsheet.Accounts;
using Broadsheet.CopyDesk;
using Broadsheet.CopyDesk.Files;
using Broadsheet.CopyDesk.House;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.CopyDesk;

/// <summary>House style as editors own it: rows, people, what is ignored, files in and out, the archive.</summary>
public sealed class HouseStyleTests
{
    private static readonly string[] Headlines = ["Ferry"];

    [Theory]
    [InlineData(HouseKind.Term, "Kiev", "Kyiv", "The mayor of Kiev spoke.", "Kiev", "Kyiv")]
    [InlineData(HouseKind.Spelling, "organize; organise it", "organise", "They Organize it.", "Organize", "Organise")]
    [InlineData(HouseKind.Term, "internet", "Internet", "The internet is slow. The Internet is not.", "internet", "Internet")]
    [InlineData(HouseKind.Banned, "at the end of the day", "", "At the end of the day it rained.", "At the end of the day", null)]
    [InlineData(HouseKind.Number, "{n} percent", "{n} per cent", "It rose by 4.5 percent.", "4.5 percent", "4.5 per cent")]
    [InlineData(HouseKind.Date, "{month} {d}, {yyyy}", "{d} {month} {yyyy}", "It fell on March 15, 2023.", "March 15, 2023", "15 March 2023")]
    [InlineData(HouseKind.Name, "", "Wivenhoe", "The road to Wivenho is closed.", "Wivenho", "Wivenhoe")]
    [InlineData(HouseKind.Term, "don't", "do not", "They don’t know.", "don’t", "do not")]
    public void A_row_finds_its_words_and_puts_the_right_ones(HouseKind kind, string find, string right, string text, string words, string? fix)
    {
        var house = new HouseStyle { Rows = [new("k", kind, find, right, "", Severity.Ask, "Because.", "An example.", "The guide, p. 4.")] };

        var found = Assert.Single(CheckCopy.Run(new("en", [new("p", Place.Paragraph, text)]) { Day = new(2026, 5, 18), House = house }), one => one.Rule == "house:k");

        Assert.Equal((words, fix), (found.Words, found.Fix));
        Assert.Contains("The guide, p. 4.", found.Advice);
    }

    [Fact]
    public void People_are_told_in_any_script_and_a_rule_can_be_turned_off()
    {
        var house = new HouseStyle { People = PeopleFile.Read("name,family,role,wrong\nואנג ונבין,ואנג,דובר\nDmytro Kuleba,Kuleba,,Kuliba; Kulebo\n") };
        Copy Copy(string language, string text) => new(language, [new("p", Place.Paragraph, text)]) { Day = new(2026, 5, 18), House = house };

        Assert.Equal(("ונבין", "ואנג"), Assert.Single(CheckCopy.Run(Copy("he", "הדובר ואנג ונבין הגיע לאולם. ונבין אמר שיש זמן.")).Where(one => one.Rule == "given-name").Select(one => (one.Words, one.Fix!))));
        Assert.Equal(("Kuliba", "Kuleba"), Assert.Single(CheckCopy.Run(Copy("en", "The answer came from Kuliba an hour later.")).Select(one => (one.Words, one.Fix!))));
        Assert.Empty(CheckCopy.Run(Copy("en", "The answer came from Kuliba an hour later.") with { House = house with { Severities = new Dictionary<string, Severity> { ["two-spellings"] = Severity.Off } } }));
    }

    [Fact]
    public void A_file_written_is_read_back_the_same_and_bad_lines_are_named()
    {
        HouseRuleText[] rules =
        [
            new(HouseKind.Date, "{month} {d}, {yyyy}", "{d} {month} {yyyy}", "en", Severity.Hint, "Day first, \"always\".", "3 May", "Guide"),
            new(HouseKind.Banned, "על בסיס, יומי; שלום", "", "he", Severity.Stop, "", "", ""),
        ];

        Assert.Equal(rules, HouseFile.Read(HouseFile.Csv(rules)).Rules);
        Assert.Equal(rules, HouseFile.Read(HouseFile.Json(rules)).Rules);

        var (good, bad) = HouseFile.Read("kind,find,right,severity\nTerm,Kiev,Kyiv,ask\nTerm,Kiev,,Ask\nNoun,a,b,Ask\nTerm,{x} days,b,Ask\n\nSpelling,colour,color,Loud\n");
        Assert.Equal("Kiev", Assert.Single(good).Find);
        Assert.Equal([3, 4, 5, 7], bad.Select(line => line.Line));
        Assert.All(bad, line => Assert.NotEmpty(line.Problem));
    }

    [Theory, OnBoth]
    public async Task An_editor_writes_a_rule_and_a_story_is_asked_about_until_it_is_ignored(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Ferry", content => content with { Body = DraftDocument.OfText("The mayor of Kiev took the ferry back to the old quay at noon.") });
        var check = $"/newsroom/articles/{article.Id}/check";

        await editor.ReadAsync("/newsroom/house-style/new");
        var refused = await editor.SubmitAsync("/newsroom/house-style", ("Kind", "Term"), ("Find", "Kiev"), ("Right", ""), ("Severity", "Ask"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"Kiev\"", await refused.Content.ReadAsStringAsync());
        await editor.SubmitAsync("/newsroom/house-style", ("Kind", "Term"), ("Find", "Kiev"), ("Right", "Kyiv"), ("Severity", "Ask"), ("Advice", "As the city writes it."));

        Assert.Contains("House style: Kyiv, not Kiev.", await editor.ReadAsync(check));
        var block = article.Draft.Content.Body.Content[0].Id;
        var rule = $"house:{(await newsroom.AskAsync(newspaper => newspaper.HouseRules.SingleAsync())).PublicId}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SubmitAsync($"{check}/ignored", ("rule", rule), ("block", block), ("words", "Kiev"), ("because", ""))).StatusCode);
        await editor.ReadAsync(check);
        await editor.SubmitAsync($"{check}/ignored", ("rule", rule), ("block", block), ("words", "Kiev"), ("because", "The ship is called so."));
        var page = await editor.ReadAsync(check);
        Assert.DoesNotContain("House style: Kyiv", page);
        Assert.Contains("The ship is called so.", page);

        // Other words changed; it stays ignored. Heeded again, it is asked about again.
        var body = (await newsroom.ReloadAsync(article)).Draft.Content.Body.ToJson().Replace("at noon", "at one", StringComparison.Ordinal);
        var answer = await editor.SendJsonAsync(HttpMethod.Post, check, new { fields = new { Headline = Headlines }, body = System.Text.Json.JsonDocument.Parse(body).RootElement });
        Assert.DoesNotContain("Kyiv", await answer.Content.ReadAsStringAsync());
        var note = await newsroom.AskAsync(newspaper => newspaper.CopyNotes.SingleAsync(row => row.Rule == rule));
        await editor.SubmitAsync($"{check}/ignored/{note.Id}/removal");
        Assert.Contains("House style: Kyiv", await editor.ReadAsync(check));

        await editor.SubmitAsync($"{check}/fixes", ("rule", rule), ("block", block), ("words", "Kiev"));
        Assert.Contains("<td>1 · 1 · 0</td>", await editor.ReadAsync("/newsroom/house-style"));
    }

    [Fact]
    public async Task A_file_is_imported_with_its_bad_lines_named_and_nothing_twice()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.ReadAsync("/newsroom/house-style/import");
        const string File = "kind,find,right\nTerm,Kiev,Kyiv\nTerm,Peking,\n";

        var answer = await (await editor.SubmitAsync("/newsroom/house-style/import", ("Rules", File))).Content.ReadAsStringAsync();
        Assert.Contains("1 new rule taken", answer);
        Assert.Contains("Line 3: Peking Write what is right.", answer);
        Assert.Contains("Term,Peking,", answer);
        Assert.Contains("1 was there already", await (await editor.SubmitAsync("/newsroom/house-style/import", ("Rules", "Term,Kiev,Kyiv"))).Content.ReadAsStringAsync());
        Assert.Equal("\uFEFFkind,find,right,language,severity,advice,example,source\r\nTerm,Kiev,Kyiv,,Ask,,,\r\n", System.Text.Encoding.UTF8.GetString(await (await editor.GetAsync("/newsroom/house-style/export.csv")).Content.ReadAsByteArrayAsync()));

        await editor.ReadAsync("/newsroom/house-style");
        await editor.SubmitAsync("/newsroom/house-style/rules", ("wordy", "Off"), ("unclosed", "Stop"));
        var house = await newsroom.AskAsync(newspaper => newspaper.HouseStyleAsync());
        Assert.Equal([("unclosed", Severity.Stop), ("wordy", Severity.Off)], house.Severities.Select(one => (one.Key, one.Value)).Order());
    }

    [Theory, OnBoth]
    public async Task The_archive_is_read_by_a_job_and_its_report_kept(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        for (var story = 0; story < 21; story++)
            await newsroom.PublishAsync(await newsroom.DraftAsync($"Story {story}", content => content with { Body = DraftDocument.OfText(story == 20 ? "The pool is cleaned on a daily basis." : "The pool is cleaned every day.") }));
        await editor.ReadAsync("/newsroom/house-style/archive");
        await editor.SubmitAsync("/newsroom/house-style/archive");

        for (var tries = 0; tries < 200 && (await editor.ReadAsync("/newsroom/house-style/archive")).Contains("<progress", StringComparison.Ordinal); tries++) await Task.Delay(100);

        var report = await editor.ReadAsync("/newsroom/house-style/archive?rule=wordy");
        Assert.Contains("21 stories read", report);
        Assert.Contains(">Story 20</a>", report);
        Assert.DoesNotContain(">Story 3</a>", report);
    }
}
