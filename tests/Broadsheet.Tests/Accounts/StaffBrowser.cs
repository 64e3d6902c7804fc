using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Accounts;

/// <summary>
/// A browser without script. It keeps cookies itself: .NET's container gives none marked Secure to http://localhost, as
/// browsers do. Forms are sent with the token of the page that was read last.
/// </summary>
public sealed partial class StaffBrowser : IDisposable
{
    private readonly HttpClient _client;

    public StaffBrowser(Newsroom newsroom) =>
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = newsroom.Client.BaseAddress };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Headers sent with every request.</summary>
    public Dictionary<string, string> Headers { get; } = new() { ["Accept"] = "text/html" };

    public string Token { get; set; } = "";

    public async Task<HttpResponseMessage> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>A page's text, its status having been 200.</summary>
    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a page would.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Token)).Select(one => KeyValuePair.Create(one.Item1, one.Item2))),
        });

    /// <summary>Sends JSON as a page's script would.</summary>
    public Task<HttpResponseMessage> SendJsonAsync(HttpMethod method, string path, object body)
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Antiforgery-Token", Token);
        request.Headers.Accept.ParseAdd("application/json");
        return SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(one => $"{one.Key}={one.Value}")));
        foreach (var (name, value) in Headers) if (!request.Headers.Contains(name)) request.Headers.TryAddWithoutValidation(name, value);

        var answer = await _client.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : []) Take(line);
        if (TokenField().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } field) Token = field.Groups[1].Value;
        return answer;
    }

    public void Dispose() => _client.Dispose();

    private void Take(string line)
    {
        var (name, value) = line.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : throw new FormatException(line);
        if (value.Length == 0) Cookies.Remove(name);
        else Cookies[name] = value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

public static class StaffOfTests
{
    public const string Password = "Lantern gravel seven boats";

    extension(Newsroom newsroom)
    {
        /// <summary>A browser in which somebody of this role is signed in, with a token for her forms.</summary>
        public async Task<StaffBrowser> AsAsync(long role)
        {
            return await newsroom.AsAsync(await newsroom.HireAsync(role));
        }

        /// <summary>A browser in which this member is signed in, with a token for her forms.</summary>
        public async Task<StaffBrowser> AsAsync(StaffMember member)
        {
            var secret = Secret.New();
            await newsroom.ChangeAsync(newspaper => newspaper.Sessions.Add(new Session(member, secret, SignInMethod.Passkey, "Test", "127.0.0.1", newsroom.Clock.GetUtcNow())));
            var browser = new StaffBrowser(newsroom) { Cookies = { ["__Host-staff"] = secret.Text } };
            await browser.ReadAsync("/newsroom/account");
            return browser;
        }

        /// <summary>A member of staff, without a password unless one is given.</summary>
        public async Task<StaffMember> HireAsync(long role, string? email = null, string? password = null)
        {
            await using var scope = newsroom.App.Services.CreateAsyncScope();
            var called = (await scope.ServiceProvider.GetRequiredService<Newspaper>().Roles.FindAsync(role))!.KnownAs;
            var member = new StaffMember($"Mara {called}", email ?? $"{Guid.NewGuid():N}@harbour.example", role, newsroom.Clock.GetUtcNow());
            await scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>().AddAsync(member, password);
            return member;
        }

        /// <summary>A token for the API.</summary>
        public async Task<string> TokenAsync(long role) =>
            (await newsroom.AskAsync(async newspaper => await newspaper.MakeTokenAsync("wire", (await newspaper.Roles.FindAsync(role))!, null, newsroom.Clock.GetUtcNow()))).Text;
    }
}
