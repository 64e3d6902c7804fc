using System.Diagnostics;
using System.Net.Http.Headers;
using Broadsheet.Accounts;
using Broadsheet.Machine;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Accounts;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_of_the_command_line_opens_the_api_until_it_is_revoked()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (made, code, _) = await RunAsync(newsroom, "token", "create", "--role", "editor", "--name", "wire");
        Assert.Equal(0, code);
        var token = made.Trim();
        Assert.Matches("^broadsheet_[A-Za-z0-9_-]{43}$", token);

        Assert.Equal("wire True", await AskAsync(newsroom.Machine, token, "/api/v1/whoami"));
        Assert.Equal("403", await AskAsync(newsroom.Machine, token, "/api/v1/staff-only"));
        Assert.Equal("401", await AskAsync(newsroom.Machine, token + "x", "/api/v1/whoami"));
        Assert.Equal("401", await AskAsync(newsroom.Machine, "", "/api/v1/whoami"));

        Assert.Contains("wire", (await RunAsync(newsroom, "token", "list")).Output);
        Assert.Equal(0, (await RunAsync(newsroom, "token", "revoke", "--name", "wire")).Code);
        Assert.Equal("401", await AskAsync(newsroom.Machine, token, "/api/v1/whoami"));
        Assert.Equal(1, (await RunAsync(newsroom, "token", "revoke", "--name", "wire")).Code);
    }

    [Fact]
    public async Task Users_are_added_listed_and_helped_from_the_command_line()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var added = await RunAsync(newsroom, "user", "add", "--email", "noa@harbour.example", "--name", "Noa Peretz", "--role", "publisher", "--password-stdin");
        Assert.True(added.Code == 0, added.Error);
        Assert.Equal(Role.Publisher, (await newsroom.AskAsync(newspaper => newspaper.StaffMembers.SingleAsync())).RoleId);
        Assert.Contains("Noa Peretz", (await RunAsync(newsroom, "user", "list")).Output);

        var link = (await RunAsync(newsroom, "user", "reset-password", "NOA@harbour.example")).Output.Trim();
        using var browser = new StaffBrowser(newsroom);
        Assert.Contains("noa@harbour.example", await browser.ReadAsync(new Uri(link).PathAndQuery));

        var unknown = await RunAsync(newsroom, "user", "reset-password", "nobody@harbour.example");
        Assert.Equal(1, unknown.Code);
        Assert.Contains("nobody@harbour.example", unknown.Error);
    }

    /// <summary>Runs the program itself beside the newsroom that is open, as an operator does.</summary>
    private static async Task<(string Output, int Code, string Error)> RunAsync(Newsroom newsroom, params string[] words)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "broadsheet.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. words, "--data", newsroom.Machine.Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        await process.StandardInput.WriteLineAsync(StaffOfTests.Password);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (await output, process.ExitCode, await error);
    }

    // The gate of the API with two endpoints of our own behind it, over the same database.
    private static async Task<string> AskAsync(MachineSettings machine, string token, string path)
    {
        await using var app = Program.Build(machine);
        var api = app.MapStaffApi();
        api.MapGet("/whoami", (Staff staff) => $"{staff.Name} {staff.May(Permission.PublishArticles)}").Requires(Permission.WriteArticles);
        api.MapGet("/staff-only", () => "in").Requires(Permission.ManageStaff);
        await app.StartAsync();

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        if (token.Length > 0) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await client.GetAsync(path);
        if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsStringAsync();

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_of_who_may_come_in_stops_the_program()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var app = Program.Build(newsroom.Machine);
        app.MapNewsroom().MapGet("/forgotten", () => "secret");

        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.Contains("/newsroom/forgotten", stopped.Message);
    }
}
