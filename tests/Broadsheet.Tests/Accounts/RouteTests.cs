using Broadsheet.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Accounts;

/// <summary>
/// Every route of the program, from its own route table, against everybody who may ask. Routes.txt says who may: a
/// route that is not in it fails here, so that nobody opens a door without writing it down.
/// </summary>
public sealed class RouteTests
{
    private static readonly string[] SafeMethods = ["GET", "HEAD"];

    [Fact]
    public async Task Every_route_is_listed_with_who_may_use_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var listed = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Accounts", "Routes.txt"));

        var actual = Routes(newsroom).Select(route => route.Line).Order(StringComparer.Ordinal).ToList();

        // Read each line that appears here before it is copied into the file: who may is decided there, not by the program.
        var unlisted = string.Join('\n', actual.Except(listed));
        var gone = string.Join('\n', listed.Where(line => line.Length > 0).Except(actual));
        Assert.True(unlisted.Length == 0, $"Not in Accounts/Routes.txt:\n{unlisted}");
        Assert.True(gone.Length == 0, $"In Accounts/Routes.txt but not in the program:\n{gone}");
    }

    [Fact]
    public async Task A_stranger_comes_through_open_doors_only()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var stranger = new StaffBrowser(newsroom);

        var wrong = new List<string>();
        foreach (var route in Routes(newsroom).Where(route => route.IsGuarded))
        {
            var answer = await stranger.SendAsync(new(new HttpMethod(route.Method), route.Path));
            var turnedAway = (int)answer.StatusCode == 401 || (answer.Headers.Location?.OriginalString.StartsWith("/newsroom/sign-in?next=", StringComparison.Ordinal) ?? false);
            if (turnedAway != route.Permission is not null) wrong.Add($"{route.Line}: {(int)answer.StatusCode}");
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Publisher)]
    [InlineData(Role.Administrator)]
    public async Task Each_role_comes_as_far_as_its_permissions_go_and_writes_nothing_without_a_token(Role role)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var bearer = await newsroom.TokenAsync(role);
        var wrong = new List<string>();

        foreach (var route in Routes(newsroom).Where(route => route.IsGuarded && route.Permission is not null))
        {
            using var browser = await newsroom.AsAsync(role); // anew each time: one of the routes is sign-out
            var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Path);
            if (route.IsApi) request.Headers.Add("Authorization", $"Bearer {bearer}");
            var status = (int)(await browser.SendAsync(request)).StatusCode;

            var right = (role.Grants(route.Permission!.Value), route.IsApi, SafeMethods.Contains(route.Method)) switch
            {
                (false, _, _) => status == 403,
                (true, false, false) => status == 400, // no antiforgery token was sent
                _ => status is not (401 or 403) and < 500,
            };
            if (!right) wrong.Add($"{route.Line} as {role}: {status}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_session_opens_nothing_in_the_api()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var browser = await newsroom.AsAsync(Role.Administrator);

        foreach (var route in Routes(newsroom).Where(route => route.IsApi && route.Permission is not null))
            Assert.Equal(401, (int)(await browser.SendAsync(new(new HttpMethod(route.Method), route.Path))).StatusCode);
    }

    [Fact]
    public async Task Writes_without_a_token_are_refused_but_for_the_exceptions_named_here()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var browser = await newsroom.AsAsync(Role.Administrator);
        var unguarded = new List<string>();

        foreach (var route in Routes(newsroom).Where(route => route.IsGuarded && !route.IsApi && !SafeMethods.Contains(route.Method)))
        {
            var answer = await browser.SendAsync(new(new HttpMethod(route.Method), route.Path));
            if ((int)answer.StatusCode != 400 || !(await answer.Content.ReadAsStringAsync()).Contains("cannot be sure you sent it", StringComparison.Ordinal)) unguarded.Add(route.Line.Split(' ')[1]);
        }
        Assert.Equal(["/newsroom/sign-in.json", "/newsroom/sign-in/passkey/challenge"], unguarded.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Route> Routes(Newsroom newsroom) =>
        from endpoint in newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select new Route(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint);

    private sealed record Route(string Method, string Pattern, RouteEndpoint Endpoint)
    {
        public bool IsApi => Pattern.StartsWith("/api/v1", StringComparison.Ordinal);

        /// <summary>Behind the gate at all, open door or not. The rest is the readers' paper.</summary>
        public bool IsGuarded => IsApi || Pattern == "/newsroom" || Pattern.StartsWith("/newsroom/", StringComparison.Ordinal);

        public Permission? Permission => Endpoint.Metadata.GetMetadata<OpenToAnybody>() is null ? Endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission : null;

        public string Line => $"{Method} {Pattern} {(object?)Permission ?? "anybody"}";

        public string Path => string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Filled))).Prepend(""));

        private string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Pattern.Contains($"{{{parameter.Name}:guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "999",
            _ => "",
        };
    }
}
