using Broadsheet.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Accounts;

/// <summary>
/// Every route of the program, from its own route table, against everybody who may ask. Routes.txt says who may: a
/// route that is not in it fails here, so that nobody opens a door without writing it down.
/// </summary>
public sealed class RouteTests(RouteCast cast) : IClassFixture<RouteCast>
{
    [Fact]
    public async Task Every_route_is_listed_with_who_may_use_it()
    {
        var listed = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Accounts", "Routes.txt"));

        var actual = cast.Routes.Select(route => route.Line).Order(StringComparer.Ordinal).ToList();

        // Read each line that appears here before it is copied into the file: who may is decided there, not by the program.
        var unlisted = string.Join('\n', actual.Except(listed));
        var gone = string.Join('\n', listed.Where(line => line.Length > 0).Except(actual));
        Assert.True(unlisted.Length == 0, $"Not in Accounts/Routes.txt:\n{unlisted}");
        Assert.True(gone.Length == 0, $"In Accounts/Routes.txt but not in the program:\n{gone}");
    }

    /// <summary>
    /// Done-when 1 of the newsroom: each route is really asked by each of the cast, articles' routes with a story of the city desk. The
    /// table that comes of it is left beside the tests as RouteTable.txt.
    /// </summary>
    [Fact]
    public async Task Everybody_comes_as_far_as_roles_and_desks_go()
    {
        var (wrong, table) = (new List<string>(), new List<string>());
        foreach (var route in cast.Routes.Where(route => route.IsGuarded).OrderBy(route => route.Pattern, StringComparer.Ordinal))
        {
            var cells = new List<string>();
            foreach (var who in cast.Everybody)
            {
                var (right, status) = (who.MayUse(route), await cast.AskAsync(who, route));
                var cameIn = status is not (401 or 403 or RouteCast.SentToSignIn) && !(route.NeedsLink && status == 410);
                if (cameIn != right || status is >= 500 and < 600) wrong.Add($"{route.Line} as {who.Name}: {status}");
                cells.Add($"{who.Name} {(cameIn ? "yes" : "no")}");
            }
            table.Add($"{route.Method} {route.Pattern}: {string.Join(", ", cells)}");
        }
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "RouteTable.txt"), table, TestContext.Current.CancellationToken);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_session_opens_nothing_in_the_api()
    {
        var administrator = cast.Everybody.Single(who => who.Name == "administrator");
        foreach (var route in cast.Routes.Where(route => route.IsApi && route.Permission is not null))
            Assert.Equal(401, await cast.AskBySessionAsync(administrator, route));
    }

    [Fact]
    public async Task Writes_without_a_token_are_refused_but_for_the_exceptions_named_here()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var browser = await newsroom.AsAsync(Role.Administrator);
        var unguarded = new List<string>();

        foreach (var route in Route.Of(newsroom).Where(route => route.IsGuarded && !route.IsApi && !route.IsSafe))
        {
            var answer = await browser.SendAsync(new(new HttpMethod(route.Method), route.Path(null)));
            if ((int)answer.StatusCode != 400 || !(await answer.Content.ReadAsStringAsync()).Contains("cannot be sure you sent it", StringComparison.Ordinal)) unguarded.Add(route.Line.Split(' ')[1]);
        }
        Assert.Equal(["/newsroom/sign-in.json", "/newsroom/sign-in/passkey/challenge"], unguarded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_permission_has_its_words_and_a_built_in_role()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.True(Broadsheet.Web.Text.Has($"permission.{permission}") && Broadsheet.Web.Text.Has($"permission.{permission}.about"), $"Strings lack permission.{permission} or permission.{permission}.about.");
            Assert.True(permission.IsGivenTo(Role.Administrator), $"{permission} is given to no built-in role.");
        }
    }
}
