using System.Net.Http.Headers;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Review;
using Broadsheet.Sections;

namespace Broadsheet.Tests.Accounts;

/// <summary>
/// One newsroom with two desks and a story of the first, and everybody who may ask for a route: nobody, the built-in roles, roles of the
/// paper's own, those who sit at the story's desk and those who sit at another.
/// </summary>
public sealed class RouteCast : IAsyncLifetime
{
    public const int SentToSignIn = 302 * 10;

    private Newsroom newsroom = null!;
    private Article story = null!;

    public IReadOnlyList<Route> Routes { get; private set; } = [];
    public IReadOnlyList<Who> Everybody { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        Routes = [.. Route.Of(newsroom)];
        var world = new Section(newsroom.Edition.Id, "World", "world", 1);
        var (reader, slot, deskEditor) = (new Role("Reader", [Permission.ReadAnyArticle]),
            new Role("Slot", [Permission.ReadAnyArticle, Permission.PublishArticles, Permission.PublishInAnySection]),
            new Role("Desk editor", [Permission.WriteArticles, Permission.AddPictures, Permission.EditDeskArticles, Permission.PublishArticles]));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(world, reader, slot, deskEditor));

        var (writer, mate, cityEditor) = (await newsroom.HireAsync(Role.Reporter), await newsroom.HireAsync(Role.Reporter), await newsroom.HireAsync(deskEditor.Id));
        var (elsewhere, worldEditor) = (await newsroom.HireAsync(Role.Reporter), await newsroom.HireAsync(deskEditor.Id));
        var city = await DeskAsync("City", newsroom.City, writer, mate, cityEditor);
        await DeskAsync("World", world, elsewhere, worldEditor);
        story = await newsroom.DraftAsync("Harbour wall falls", by: writer.Id);
        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.Articles.FindAsync(story.Id))!.GiveTo(city);
            return await newspaper.SaveChangesAsync();
        });

        Everybody =
        [
            new("nobody", null, null, null, Reach.Nothing),
            await LinkAsync("review link", TimeSpan.FromDays(7), isGood: true),
            await LinkAsync("review link that ran out", TimeSpan.FromDays(-1), isGood: false),
            await WhoAsync("reporter of another desk", elsewhere, Reach.Nothing),
            await WhoAsync("its writer", writer, Reach.Edits),
            await WhoAsync("reporter of its desk", mate, Reach.Edits),
            await WhoAsync("own role: reader", await newsroom.HireAsync(reader.Id), Reach.Reads),
            await WhoAsync("own role: publishes, edits nothing", await newsroom.HireAsync(slot.Id), Reach.Reads | Reach.Publishes),
            await WhoAsync("own role: editor of another desk", worldEditor, Reach.Nothing),
            await WhoAsync("own role: editor of its desk", cityEditor, Reach.Edits | Reach.Publishes),
            await WhoAsync("editor", await newsroom.HireAsync(Role.Editor), Reach.All),
            await WhoAsync("publisher", await newsroom.HireAsync(Role.Publisher), Reach.All),
            await WhoAsync("administrator", await newsroom.HireAsync(Role.Administrator), Reach.All),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var who in Everybody) who.Browser?.Dispose();
        await newsroom.DisposeAsync();
    }

    /// <summary>Sends a request of a route, its token and form empty, and tells how it was answered.</summary>
    public async Task<int> AskAsync(Who who, Route route)
    {
        using var stranger = who.Browser is null || route.IsApi ? new StaffBrowser(newsroom) : null;
        var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Path(story));
        if (route.IsApi && who.Token is not null) request.Headers.Add("Authorization", $"Bearer {who.Token}");
        // Writes of a story's routes come with the token of a page, so that it is the gate which refuses; the others never get so far.
        var browser = stranger ?? who.Browser!;
        if (!route.IsApi && !route.IsSafe && (route.NeedsLink || (route.NamesArticle && who.Member is not null)))
        {
            if (stranger is not null) await stranger.ReadAsync("/newsroom/sign-in");
            request.Headers.Add("X-Antiforgery-Token", browser.Token);
            request.Content = route.TakesJson ? new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")) : new FormUrlEncodedContent([]);
        }

        var answer = await browser.SendAsync(request);
        if (route.Pattern == "/newsroom/sign-out" && who.Member is not null) await who.SignInAsync(newsroom);
        return answer.Headers.Location?.OriginalString.StartsWith("/newsroom/sign-in?next=", StringComparison.Ordinal) == true ? SentToSignIn : (int)answer.StatusCode;
    }

    public async Task<int> AskBySessionAsync(Who who, Route route) =>
        (int)(await who.Browser!.SendAsync(new(new HttpMethod(route.Method), route.Path(story)))).StatusCode;

    private async Task<Desk> DeskAsync(string name, Section section, params StaffMember[] members)
    {
        var desk = new Desk(name);
        desk.Change(name, sharesStories: true, [.. members.Select(one => one.Id)], [section.Id]);
        await newsroom.ChangeAsync(newspaper => newspaper.Desks.Add(desk));
        return desk;
    }

    private async Task<Who> LinkAsync(string name, TimeSpan lifetime, bool isGood)
    {
        var (secret, now) = (Secret.New(), newsroom.Clock.GetUtcNow());
        await newsroom.ActAsync(story, async (publication, found) =>
        {
            var version = await publication.KeepVersionAsync(found, 0, "Shown");
            await newsroom.ChangeAsync(newspaper => newspaper.ReviewLinks.Add(new(story.Id, version.Id, ReviewKind.Lawyer, "Noa Peretz", [], secret, 0, now, lifetime)));
        });
        var who = new Who(name, null, null, null, Reach.Nothing) { HasLink = isGood, Browser = new StaffBrowser(newsroom) { Cookies = { ["__Host-review"] = secret.Text } } };
        await who.Browser.ReadAsync("/newsroom/sign-in");
        return who;
    }

    private async Task<Who> WhoAsync(string name, StaffMember member, Reach reach)
    {
        var role = (await newsroom.AskAsync(async newspaper => await newspaper.Roles.FindAsync(member.RoleId)))!;
        var who = new Who(name, role, member, await newsroom.TokenAsync(member.RoleId), reach);
        await who.SignInAsync(newsroom);
        return who;
    }
}

/// <summary>How far somebody's arm reaches into the story.</summary>
[Flags]
public enum Reach { Nothing = 0, Reads = 1, Edits = 3, Publishes = 4, All = 7 }

/// <param name="Token">A token of the same role: it sits at no desk and wrote nothing.</param>
public sealed record Who(string Name, Role? Role, StaffMember? Member, string? Token, Reach Reach)
{
    public StaffBrowser? Browser { get; set; }

    /// <summary>Holds a link that is good.</summary>
    public bool HasLink { get; init; }

    private bool IsByDesk => Reach is Reach.Edits || Role?.Name == "Desk editor";

    public async Task SignInAsync(Newsroom newsroom)
    {
        Browser?.Dispose();
        Browser = await newsroom.AsAsync(Member!);
    }

    /// <summary>What the rules say, apart from the program: Routes.txt names the permission, the role has it or not, the story is within reach or not.</summary>
    public bool MayUse(Route route)
    {
        if (route.NeedsLink) return HasLink;
        if (route.Permission is not { } permission) return true;
        if (Role?.Grants(permission) != true) return false;
        if (!route.NamesArticle) return true;

        // A token wrote nothing and sits at no desk: it reaches what its role reaches.
        var reach = route.IsApi && IsByDesk ? Reach.Nothing : Reach;
        if (permission is Permission.PublishArticles or Permission.PublishAlone) return reach.HasFlag(Reach.Publishes | Reach.Reads);
        return reach.HasFlag(route.OnlyReads ? Reach.Reads : Reach.Edits);
    }
}
