using Broadsheet.Accounts;
using Broadsheet.Sections;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Desks;

/// <summary>Roles as boxes and desks as people and sections, made on their pages and counting at once.</summary>
public sealed class DeskTests
{
    [Theory, OnBoth]
    public async Task A_paper_makes_its_own_role_and_a_desk_and_both_count_at_once(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var world = new Section(newsroom.Edition.Id, "World", "world", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(world));
        using var owner = await newsroom.AsAsync(Role.Administrator);
        var ada = await newsroom.HireAsync(Role.Reporter);
        using var reporter = await newsroom.AsAsync(ada);
        var (own, other) = (await newsroom.DraftAsync("Ada's wall", by: ada.Id), await newsroom.DraftAsync("Other wall"));

        Assert.DoesNotContain("Other wall", await reporter.ReadAsync("/newsroom/articles?search=wall"));
        Assert.Equal(403, (int)(await reporter.GetAsync($"/newsroom/articles/{other.Id}")).StatusCode);

        // A role of the paper's own: edits everything, publishes in her desks' sections.
        Assert.Equal(422, (int)(await owner.SubmitAsync("/newsroom/staff/roles", ("Name", "editor"))).StatusCode);
        Assert.Equal(302, (int)(await owner.SubmitAsync("/newsroom/staff/roles", ("Name", "Desk editor"), ("Permissions", "WriteArticles"), ("Permissions", "EditAnyArticle"), ("Permissions", "PublishArticles"))).StatusCode);
        var role = await newsroom.AskAsync(newspaper => newspaper.Roles.SingleAsync(one => one.Name == "Desk editor"));
        Assert.Equal(302, (int)(await owner.SubmitAsync("/newsroom/desks", ("Name", "City"), ("Members", $"{ada.Id}"), ("Sections", $"{newsroom.City.Id}"))).StatusCode);
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.StaffMembers.Where(one => one.Id == ada.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.RoleId, role.Id))));

        Assert.Contains("Other wall", await reporter.ReadAsync("/newsroom/articles?search=wall"));
        var page = await reporter.ReadAsync($"/newsroom/articles/{other.Id}");
        Assert.Contains("/publication\"", page);

        // The same form cannot move it into a section that is not her desk's and publish it there.
        var moved = await reporter.SubmitAsync($"/newsroom/articles/{other.Id}/publication", ("Headline", "Other wall"), ("Section", $"{world.PublicId}"), ("Revision", $"{other.Draft.Revision}"));
        Assert.Equal(403, (int)moved.StatusCode);
        Assert.False((await newsroom.ReloadAsync(other)).IsPublished);
        await reporter.ReadAsync("/newsroom/account");
        Assert.Equal(302, (int)(await reporter.SubmitAsync($"/newsroom/articles/{own.Id}/publication", ("revision", $"{own.Draft.Revision}"))).StatusCode);

        // A box unticked counts from the next click on.
        await owner.ReadAsync($"/newsroom/staff/roles/{role.Id}");
        Assert.Equal(302, (int)(await owner.SubmitAsync($"/newsroom/staff/roles/{role.Id}", ("Revision", $"{role.Revision}"), ("Name", "Desk editor"), ("Permissions", "WriteArticles"))).StatusCode);
        Assert.Equal(403, (int)(await reporter.GetAsync($"/newsroom/articles/{other.Id}")).StatusCode);
        await owner.ReadAsync($"/newsroom/staff/roles/{role.Id}");
        Assert.Equal(409, (int)(await owner.SubmitAsync($"/newsroom/staff/roles/{role.Id}", ("Revision", $"{role.Revision}"), ("Name", "Desk editor"))).StatusCode);
        Assert.Equal(409, (int)(await owner.SubmitAsync($"/newsroom/staff/roles/{role.Id}/removal")).StatusCode);
    }

    [Fact]
    public void A_built_in_role_keeps_what_the_paper_gave_and_took_and_cannot_lock_itself_out()
    {
        var role = new Role("Ours", [Permission.WriteArticles, Permission.PublishAlone]);
        Assert.Equal([Permission.EnterNewsroom, Permission.WriteArticles, Permission.PublishAlone], role.Permissions.Order());

        role.Change("Ours", []);
        Assert.Equal([Permission.EnterNewsroom], role.Permissions);
    }

    [Fact]
    public async Task Nobody_unticks_the_last_who_lets_people_in()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var own = new Role("Office", [Permission.ManageStaff]);
        await newsroom.ChangeAsync(newspaper => newspaper.Roles.Add(own));
        using var office = await newsroom.AsAsync(own.Id);

        var page = $"/newsroom/staff/roles/{own.Id}";
        await office.ReadAsync(page);
        var refused = await office.SubmitAsync(page, ("Revision", "1"), ("Name", "Office"));
        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("Nobody would be left", await refused.Content.ReadAsStringAsync());

        var administrator = await newsroom.HireAsync(Role.Administrator);
        using var owner = await newsroom.AsAsync(administrator);
        await owner.ReadAsync($"/newsroom/staff/roles/{Role.Administrator}");
        await owner.SubmitAsync($"/newsroom/staff/roles/{Role.Administrator}", ("Revision", "1"));
        Assert.Equal([Permission.EnterNewsroom, Permission.ManageStaff], (await newsroom.AskAsync(async newspaper => (await newspaper.Roles.FindAsync(Role.Administrator))!)).Permissions.Order());
    }
}
