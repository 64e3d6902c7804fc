using Broadsheet.Accounts;
using Broadsheet.Bench;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Promise 4: no word is lost, whatever happens to the server, the session or the other tab.</summary>
public sealed class EditorTests
{
    [Fact]
    public async Task What_is_typed_is_on_the_server_within_seconds_and_the_page_says_so_only_then()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();

        await Desk.TypeAsync(page, " Boats were lost.");
        await Desk.SeesSavedAsync(page);

        Assert.Contains("Boats were lost.", await desk.BodyAsync());
    }

    [Fact]
    public async Task A_text_that_was_taken_back_before_it_was_saved_is_not_said_to_be_unsaved()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await Desk.TypeAsync(page, " Boats were lost.");
        await Desk.SeesSavedAsync(page);
        // The server is gone, so that no save comes between the two letters.
        await desk.Newsroom.App.StopAsync();

        await Desk.TypeAsync(page, "x");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Not saved");
        await page.Keyboard.PressAsync("Backspace");

        await Desk.SeesSavedAsync(page);
    }

    [Fact]
    public async Task Typing_goes_on_while_the_server_is_down_and_is_saved_when_it_is_back()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await desk.Newsroom.App.StopAsync();

        await Desk.TypeAsync(page, " Typed into the dark.");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Not saved");
        await desk.Newsroom.RestartAsync();
        await Desk.TypeAsync(page, " And on.");
        await Desk.SeesSavedAsync(page);

        Assert.Contains("Typed into the dark. And on.", await desk.BodyAsync());
    }

    [Fact]
    public async Task A_page_closed_while_the_server_is_down_brings_its_text_back()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await desk.Newsroom.App.StopAsync();
        await Desk.TypeAsync(page, " Only on this device.");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Not saved");
        await page.CloseAsync();
        await desk.Newsroom.RestartAsync();

        var again = await desk.EditAsync();
        await Assertions.Expect(again.Locator(".body-text")).ToContainTextAsync("Only on this device.");
        await Desk.SeesSavedAsync(again);

        Assert.Contains("Only on this device.", await desk.BodyAsync());
    }

    /// <summary>The program as an operator runs it, ended as a power cut would end it, between two letters.</summary>
    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_word_loses_none()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Newsroom.CloseAsync();
        var (data, port) = (desk.Newsroom.Machine.Data, new Uri(desk.Newsroom.Machine.Urls).Port);
        var paper = await PaperProcess.StartAsync(data, port);
        try
        {
            var page = await desk.EditAsync();
            for (var round = 1; round <= 3; round++)
            {
                var typing = Desk.TypeAsync(page, $" Words of round {round}, which took a while to write and stood nowhere else.", delay: 20);
                await Task.Delay(300 * round);
                await paper.KillAsync();
                await typing;
                await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Not saved");
                await paper.DisposeAsync();
                paper = await PaperProcess.StartAsync(data, port);
                await Desk.SeesSavedAsync(page);
            }

            await paper.KillAsync();
            await Desk.TypeAsync(page, " Then the lid was shut.");
            await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Not saved");
            await page.CloseAsync();
            await paper.DisposeAsync();
            paper = await PaperProcess.StartAsync(data, port);
            var again = await desk.EditAsync();
            await Assertions.Expect(again.Locator(".body-text")).ToContainTextAsync("Then the lid was shut.");
            await Desk.SeesSavedAsync(again);
            // What the page calls saved outlives the next cut.
            await paper.KillAsync();
        }
        finally
        {
            await paper.DisposeAsync();
            await desk.Newsroom.StartAsync();
        }

        var body = await desk.BodyAsync();
        Assert.All(["round 1, which took a while to write and stood nowhere else.", "round 2, which took a while", "round 3, which took a while", "Then the lid was shut."], words => Assert.Contains(words, body));
    }

    [Fact]
    public async Task Two_tabs_show_each_other_s_text_and_never_conflict_falsely()
    {
        await using var desk = await Desk.OpenAsync();
        var one = await desk.EditAsync();
        var two = await desk.EditAsync();

        await Desk.TypeAsync(one, " From the first tab.");
        await Desk.SeesSavedAsync(one);
        await Assertions.Expect(two.Locator(".body-text")).ToContainTextAsync("From the first tab.");
        await two.FillAsync("[name=Standfirst]", "From the second tab");
        await Desk.SeesSavedAsync(two);

        await Assertions.Expect(one.Locator("[name=Standfirst]")).ToHaveValueAsync("From the second tab");
        Assert.Contains("From the first tab.", await desk.BodyAsync());
        Assert.Equal(0, await one.Locator(".stale").CountAsync() + await two.Locator(".stale").CountAsync());
    }

    [Fact]
    public async Task Two_people_in_one_paragraph_see_each_other_and_take_back_only_their_own_words()
    {
        await using var desk = await Desk.OpenAsync();
        var mine = await desk.EditAsync();
        await using var elsewhere = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor));
        var theirs = await desk.EditAsync(elsewhere);
        await Assertions.Expect(mine.Locator("[data-peers] .peer-name")).ToHaveTextAsync("Mara Editor");
        await Desk.TypeAsync(theirs, " Theirs.");
        await Assertions.Expect(mine.Locator(".body-text")).ToContainTextAsync("Theirs.");
        await Assertions.Expect(mine.Locator(".peer-cursor")).ToHaveAttributeAsync("data-name", "Mara Editor");

        await Desk.TypeAsync(mine, " Mine.");
        await Assertions.Expect(theirs.Locator(".body-text")).ToContainTextAsync("Mine.");
        await theirs.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(mine.Locator(".body-text")).Not.ToContainTextAsync("Theirs.");
        await Desk.SeesSavedAsync(mine);
        await Desk.SeesSavedAsync(theirs);

        using var list = await desk.Newsroom.AsAsync(Role.Editor);
        Assert.Contains("Mara Editor is editing", await list.ReadAsync("/newsroom/articles"));
        Assert.Contains("Mine.", await desk.BodyAsync());
        Assert.DoesNotContain("Theirs.", await desk.BodyAsync());
        Assert.Equal(0, await mine.Locator(".stale").CountAsync());
    }

    [Fact]
    public async Task Whose_headline_was_written_over_unseen_gets_her_words_back()
    {
        await using var desk = await Desk.OpenAsync();
        var mine = await desk.EditAsync();
        await using var elsewhere = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor));
        var theirs = await desk.EditAsync(elsewhere);
        await elsewhere.SetOfflineAsync(true);
        await theirs.FillAsync("[name=Headline]", "Written in the dark");
        await Assertions.Expect(theirs.Locator("[data-save-state]")).ToContainTextAsync("Not saved");

        await mine.FillAsync("[name=Headline]", "Mine, and in time");
        await Desk.SeesSavedAsync(mine);
        await elsewhere.SetOfflineAsync(false);

        await Assertions.Expect(mine.Locator(".lost")).ToContainTextAsync("Mine, and in time");
        await Assertions.Expect(mine.Locator("[name=Headline]")).ToHaveValueAsync("Written in the dark");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Put mine back" }).ClickAsync();
        await Assertions.Expect(theirs.Locator("[name=Headline]")).ToHaveValueAsync("Mine, and in time");
    }

    [Fact]
    public async Task Publish_takes_what_is_on_the_screen()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();

        await page.FillAsync("[name=Headline]", "Typed a moment ago");
        await Desk.TypeAsync(page, " The last word.");
        await page.ClickAsync(".act button.next");
        await Assertions.Expect(page.Locator(".state-words strong")).ToHaveTextAsync("Published");

        var published = await desk.Newsroom.ReloadAsync(desk.Article);
        Assert.Equal("Typed a moment ago", published.Headline);
        Assert.Contains("The last word.", await desk.Newsroom.Client.GetStringAsync($"/city/{published.Slug}"));
    }

    [Fact]
    public async Task Publish_takes_what_both_have_written()
    {
        await using var desk = await Desk.OpenAsync();
        var mine = await desk.EditAsync();
        await using var elsewhere = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor));
        var theirs = await desk.EditAsync(elsewhere);
        await Desk.TypeAsync(theirs, " Theirs.");
        await Desk.SeesSavedAsync(theirs);
        await Assertions.Expect(mine.Locator(".body-text")).ToContainTextAsync("Theirs.");

        await Desk.TypeAsync(mine, " Mine.");
        await mine.SelectOptionAsync("[name=Section]", new SelectOptionValue { Label = "City" });
        await mine.ClickAsync(".act button.next");
        await Assertions.Expect(mine.Locator(".state-words strong")).ToHaveTextAsync("Published");

        var page = await desk.Newsroom.Client.GetStringAsync($"/city/{(await desk.Newsroom.ReloadAsync(desk.Article)).Slug}");
        Assert.Contains("Theirs.", page);
        Assert.Contains("Mine.", page);
    }

    [Fact]
    public async Task A_session_that_ended_is_taken_up_again_in_place()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await desk.Newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Sessions.ExecuteDeleteAsync()));

        // Slowly: the save that finds the session gone falls into the middle of the sentence, which must go on where it stood.
        await Desk.TypeAsync(page, " Written without a session.", delay: 80);
        await page.FillAsync("dialog [name=email]", "mara@harbour.example");
        await page.FillAsync("dialog [name=password]", StaffOfTests.Password);
        await page.ClickAsync("dialog button.next");
        await Desk.SeesSavedAsync(page);

        Assert.Contains("Written without a session.", await desk.BodyAsync());
    }

    [Fact]
    public async Task Lists_of_Word_and_the_wrapper_of_Google_Docs_keep_words_and_structure()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await Desk.PasteAsync(page, "<b style='font-weight:normal' id='docs-internal-guid-1'><p dir='ltr'><span style='font-weight:400'>Plain and </span><span style='font-weight:700'>strong</span></p></b>");
        await Desk.PasteAsync(page, "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span> </span></span>One<o:p></o:p></p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>Under one</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>Two</p>");
        await Desk.SeesSavedAsync(page);

        var body = await desk.BodyAsync();
        Assert.Equal(2, body.Split("\"bulletList\"").Length - 1);
        Assert.Equal(3, body.Split("\"listItem\"").Length - 1);
        Assert.DoesNotContain("·", body);
        Assert.Single(body.Split("\"bold\"")[1..]);
        Assert.All(["One", "Under one", "Two", "Plain and"], words => Assert.Contains(words, body));
    }

    [Fact]
    public async Task Without_script_the_form_saves_and_the_body_stays()
    {
        await using var desk = await Desk.OpenAsync();
        await using var plain = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor), new() { JavaScriptEnabled = false });
        var page = await plain.NewPageAsync();
        await page.GotoAsync($"/newsroom/articles/{desk.Article.Id}");
        await Assertions.Expect(page.Locator("[data-read]")).ToContainTextAsync("The wall fell at noon.");

        await page.FillAsync("[name=Headline]", "Without script");
        await page.ClickAsync("[data-save]");

        Assert.Contains("The wall fell at noon.", await desk.BodyAsync());
        Assert.Equal("Without script", (await desk.Newsroom.ReloadAsync(desk.Article)).WorkingHeadline);
    }
}
