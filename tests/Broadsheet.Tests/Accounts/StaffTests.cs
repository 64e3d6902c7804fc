using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Accounts;

/// <summary>Letting people in and out.</summary>
public sealed partial class StaffTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;
    private StaffBrowser owner = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        owner = await newsroom.AsAsync(Role.Administrator);
        await owner.ReadAsync("/newsroom/staff");
    }

    public async ValueTask DisposeAsync()
    {
        owner.Dispose();
        await newsroom.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_with_its_role()
    {
        var path = await LinkAsync(await owner.SubmitAsync("/newsroom/staff/invitations", ("Email", "noa@harbour.example"), ("Role", "Reporter")));
        using var guest = new StaffBrowser(newsroom);
        Assert.Contains("noa@harbour.example", await guest.ReadAsync(path));

        Assert.Equal(302, (int)(await JoinAsync(guest, path, "noa@harbour.example")).StatusCode);

        Assert.Equal(Role.Reporter, (await newsroom.AskAsync(newspaper => newspaper.StaffMembers.SingleAsync(one => one.Name == "Noa"))).RoleId);
        Assert.Equal(403, (int)(await guest.GetAsync("/newsroom/staff")).StatusCode);
        using var second = new StaffBrowser(newsroom);
        Assert.Equal(410, (int)(await second.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_runs_out_after_a_week_and_can_be_taken_back()
    {
        var old = await LinkAsync(await owner.SubmitAsync("/newsroom/staff/invitations", ("Role", "Editor")));
        newsroom.Clock.Advance(TimeSpan.FromDays(7.1));
        Assert.Equal(410, (int)(await newsroom.Client.GetAsync(old)).StatusCode);

        using var again = await newsroom.AsAsync(Role.Administrator);
        var withdrawn = await LinkAsync(await again.SubmitAsync("/newsroom/staff/invitations", ("Role", "Editor")));
        var removal = Removal().Match(await again.ReadAsync("/newsroom/staff")).Groups[1].Value;
        await again.SubmitAsync(removal);
        Assert.Equal(410, (int)(await newsroom.Client.GetAsync(withdrawn)).StatusCode);
    }

    [Fact]
    public async Task Links_carry_the_papers_address_whatever_the_host_header_says()
    {
        await using var proxied = await Newsroom.OpenAsync(settings: machine => machine with { Paper = new() { Address = "https://www.harbour.example" } });
        using var browser = await proxied.AsAsync(Role.Administrator);
        var answer = await browser.SubmitAsync("/newsroom/staff/invitations", ("Role", "Editor"));
        Assert.Contains("https://www.harbour.example/newsroom/invitation?key=", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Another_role_and_leaving_count_at_once()
    {
        using var editor = await newsroom.AsAsync(Role.Editor);
        var member = await newsroom.AskAsync(newspaper => newspaper.StaffMembers.SingleAsync(one => one.RoleId == Role.Editor));

        Assert.Equal(302, (int)(await owner.SubmitAsync($"/newsroom/staff/{member.PublicId}/role", ("Role", "Reporter"))).StatusCode);
        Assert.Equal(302, (int)(await editor.GetAsync("/newsroom/account")).StatusCode);
        Assert.Equal(Role.Reporter, (await newsroom.AskAsync(newspaper => newspaper.StaffMembers.SingleAsync(one => one.Id == member.Id))).RoleId);

        await owner.SubmitAsync($"/newsroom/staff/{member.PublicId}/deactivation");
        Assert.Contains("Not active", await owner.ReadAsync("/newsroom/staff"));
        var acts = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Where(one => one.Which == $"staff/{member.PublicId}").Select(one => one.Act + " " + one.Reason).ToListAsync());
        Assert.Equal(["role Reporter", "deactivated "], acts);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_leave_nor_step_down()
    {
        var me = await newsroom.AskAsync(newspaper => newspaper.StaffMembers.SingleAsync());

        foreach (var (act, fields) in new[] { ("deactivation", Array.Empty<(string, string)>()), ("role", [("Role", "Editor")]) })
        {
            var answer = await owner.SubmitAsync($"/newsroom/staff/{me.PublicId}/{act}", fields);
            Assert.Equal(409, (int)answer.StatusCode);
            Assert.Contains("Nobody would be left", await answer.Content.ReadAsStringAsync());
            await owner.ReadAsync("/newsroom/staff");
        }
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        using var other = await newsroom.AsAsync(Role.Administrator);
        var members = await newsroom.AskAsync(newspaper => newspaper.StaffMembers.OrderBy(one => one.Id).ToListAsync());

        await Task.WhenAll(owner.SubmitAsync($"/newsroom/staff/{members[1].PublicId}/deactivation"), other.SubmitAsync($"/newsroom/staff/{members[0].PublicId}/deactivation"));

        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.CountStaffManagersAsync()));
    }

    [Fact]
    public async Task A_password_link_sets_a_password_once_and_ends_her_sessions()
    {
        var member = await newsroom.HireAsync(Role.Editor, "lea@harbour.example", StaffOfTests.Password);
        var path = await LinkAsync(await owner.SubmitAsync($"/newsroom/staff/{member.PublicId}/password-link"));
        using var browser = new StaffBrowser(newsroom);
        await browser.ReadAsync(path);

        var key = path.Split("key=")[1];
        Assert.Equal(422, (int)(await browser.SubmitAsync("/newsroom/password", ("Key", key), ("Password", "short"))).StatusCode);
        Assert.Equal(302, (int)(await browser.SubmitAsync("/newsroom/password", ("Key", key), ("Password", "Pelican iron window seven"))).StatusCode);
        Assert.Equal(410, (int)(await browser.SubmitAsync("/newsroom/password", ("Key", key), ("Password", "Pelican iron window eight"))).StatusCode);

        await browser.ReadAsync("/newsroom/sign-in");
        Assert.Equal(302, (int)(await browser.SubmitAsync("/newsroom/sign-in", ("Email", "lea@harbour.example"), ("Password", "Pelican iron window seven"))).StatusCode);
    }

    private static async Task<string> LinkAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(Link().IsMatch(html), html);
        return new Uri(Link().Match(html).Groups[1].Value).PathAndQuery;
    }

    private static Task<HttpResponseMessage> JoinAsync(StaffBrowser guest, string path, string email) =>
        guest.SubmitAsync("/newsroom/invitation", ("Key", path.Split("key=")[1]), ("Name", "Noa"), ("Email", email), ("Password", StaffOfTests.Password));

    [GeneratedRegex("<code>(http[^<]+)</code>")]
    private static partial Regex Link();

    [GeneratedRegex("action=\"(/newsroom/staff/invitations/[^/\"]+/removal)\"")]
    private static partial Regex Removal();
}
