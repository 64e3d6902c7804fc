using Broadsheet.Accounts;
using Broadsheet.Machine;
using Broadsheet.Tests.Accounts;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Web;

public sealed class HostsTests
{
    [Theory]
    [InlineData("www.harbour.example", 200)]
    [InlineData("WWW.HARBOUR.EXAMPLE", 200)]
    [InlineData("localhost", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("www.harbour.example.evil.example", 421)]
    [InlineData("10.0.0.7", 421)]
    public async Task The_paper_answers_to_its_own_name_alone(string host, int status)
    {
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Paper = new() { Address = "https://www.harbour.example" } });
        Assert.Equal(status, (int)(await GetAsync(newsroom, "/newsroom/sign-in", ("Host", host))).StatusCode);
        foreach (var path in new[] { "/health/live", "/health/ready", "/Health/Ready/" }) Assert.Equal(200, (int)(await GetAsync(newsroom, path, ("Host", host))).StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://localhost:5080;http://*:80")]
    [InlineData("http://192.168.1.5:5080")]
    public void Where_others_can_reach_it_an_address_is_required(string urls) =>
        Assert.Contains("Paper:Address", Assert.Throws<SettingException>(() => new Hosts(new MachineSettings { Urls = urls })).Message);

    [Theory]
    [InlineData("www.harbour.example")]
    [InlineData("https://www.harbour.example/paper")]
    [InlineData("ftp://www.harbour.example")]
    public void An_address_is_a_scheme_and_a_host(string address) =>
        Assert.Throws<SettingException>(() => new Hosts(new MachineSettings { Paper = new() { Address = address } }));

    [Fact]
    public async Task Forwarded_addresses_count_from_configured_proxies_only()
    {
        Assert.Equal("127.0.0.1", await AddressSeenAsync(proxies: ""));
        Assert.Equal("127.0.0.1", await AddressSeenAsync(proxies: "10.0.0.0/8"));
        Assert.Equal("203.0.113.9", await AddressSeenAsync(proxies: "127.0.0.0/8"));
    }

    private static async Task<string> AddressSeenAsync(string proxies)
    {
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Proxies = proxies, Paper = new() { Address = "http://www.harbour.example" } });
        await newsroom.HireAsync(Role.Editor, "mara@harbour.example", StaffOfTests.Password);
        using var browser = new StaffBrowser(newsroom) { Headers = { ["X-Forwarded-For"] = "203.0.113.9", ["Host"] = "www.harbour.example" } };
        await browser.ReadAsync("/newsroom/sign-in");
        await browser.SubmitAsync("/newsroom/sign-in", ("Email", "mara@harbour.example"), ("Password", StaffOfTests.Password));
        return await newsroom.AskAsync(newspaper => newspaper.Sessions.Select(one => one.Address).SingleAsync());
    }

    private static async Task<HttpResponseMessage> GetAsync(Newsroom newsroom, string path, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await newsroom.Client.SendAsync(request);
    }
}
