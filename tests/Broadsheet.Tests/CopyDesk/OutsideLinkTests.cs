using System.Net;
using System.Net.Sockets;
using Broadsheet.Accounts;
using Broadsheet.CopyDesk.Links;
using Broadsheet.Document;
using Broadsheet.Machine;
using Broadsheet.Outbound;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.CopyDesk;

/// <summary>The desk's page without script, and links that lead out of the paper.</summary>
public sealed class OutsideLinkTests
{
    [Theory, OnBoth]
    public async Task What_is_gone_outside_is_asked_about_and_a_finding_is_mended_by_its_button(On on)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var outside = builder.Build();
        var asked = new List<string>();
        outside.Run(async http =>
        {
            lock (asked) asked.Add($"{http.Request.Method} {http.Request.Path}");
            http.Response.StatusCode = (http.Request.Method, http.Request.Path.Value) switch
            {
                ("HEAD", "/headless") => 405,
                (_, "/gone") => 410,
                (_, "/moved") => 302,
                (_, "/forbidden") => 403,
                _ => 200,
            };
            if (http.Request.Path == "/moved") http.Response.Headers.Location = "/gone";
            await Task.CompletedTask;
        });
        await outside.StartAsync(TestContext.Current.CancellationToken);
        var port = new Uri(outside.Urls.First()).Port;
        await using var newsroom = await Newsroom.OpenAsync(on, settings: machine => machine with { OutboundAllow = $"127.0.0.1:{port}" });
        using var editor = await newsroom.AsAsync(Role.Editor);
        string[] paths = ["ok", "headless", "gone", "moved#part", "forbidden"];
        var article = await newsroom.DraftAsync("Harbour wall falls", content => content with
        {
            Body = DraftDocument.Of(
                new Paragraph("p1", [.. paths.SelectMany(path => new Inline[] { new TextRun($"{path} is here", [new LinkMark($"http://127.0.0.1:{port}/{path}")]), new TextRun(", and ") }), new TextRun("that is all.")]),
                new Paragraph("p2", [new TextRun("They condemn "), new TextRun("on the attack", [new BoldMark()]), new TextRun(" in the hall.")])),
        });
        var page = $"/newsroom/articles/{article.Id}/check";
        Assert.DoesNotContain("gone is here</mark>", await editor.ReadAsync(page));

        // Of one host one at a time, and the next after a rest.
        var links = newsroom.App.Services.GetRequiredService<AskOutsideLinks>();
        for (var step = 0; step < paths.Length; step++)
        {
            Assert.True(await links.AskNextAsync(default));
            Assert.False(await links.AskNextAsync(default));
            newsroom.Clock.Advance(TimeSpan.FromSeconds(11));
        }
        Assert.Equal(["GET /forbidden", "GET /gone", "GET /gone", "GET /headless", "GET /moved", "HEAD /forbidden", "HEAD /gone", "HEAD /gone", "HEAD /headless", "HEAD /moved", "HEAD /ok"], asked.Order(StringComparer.Ordinal));
        var html = await editor.ReadAsync(page);
        Assert.All(["gone is here</mark>", "moved#part is here</mark>"], dead => Assert.Contains(dead, html));
        Assert.All(["ok is here</mark>", "headless is here</mark>", "forbidden is here</mark>"], alive => Assert.DoesNotContain(alive, html));

        var revision = (await newsroom.ReloadAsync(article)).Draft.Revision;
        (string, string)[] fix = [("revision", $"{revision}"), ("rule", "verb-preposition"), ("block", "p2"), ("start", "5")];
        Assert.Contains("Put “condemn”", html);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"{page}/fix", fix)).StatusCode);
        var mended = (await newsroom.ReloadAsync(article)).Draft;
        var block = mended.Content.Body.Content.OfType<Paragraph>().Last();
        Assert.Equal([("They condemn", 0), (" the attack", 1), (" in the hall.", 0)], block.Content.OfType<TextRun>().Select(run => (run.Text, run.Marks.Count)));
        // Pressed again in another window, it says so and changes nothing.
        var again = await editor.SubmitAsync($"{page}/fix", fix);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("nothing was put in", await again.Content.ReadAsStringAsync());
        Assert.Equal(mended.Revision, (await newsroom.ReloadAsync(article)).Draft.Revision);

        // The answers are kept, and those that are gone asked for again first.
        newsroom.Clock.Advance(TimeSpan.FromHours(20));
        Assert.False(await links.AskNextAsync(default));
        newsroom.Clock.Advance(TimeSpan.FromDays(8));
        Assert.True(await links.AskNextAsync(default));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("http://93.184.216.34:8080/")]
    [InlineData("http://name:word@example.org/")]
    [InlineData("ftp://example.org/")]
    public async Task Nothing_inside_is_reached(string address)
    {
        using var client = new OutboundClient(new MachineSettings());

        var refused = await Assert.ThrowsAsync<OutboundException>(() => client.StatusAsync(HttpMethod.Get, new(address), "test", TestContext.Current.CancellationToken));

        Assert.Equal(OutboundProblem.Refused, refused.Problem);
    }

    [Fact]
    public async Task A_redirect_inwards_is_not_followed_and_a_fresh_paper_allows_nothing()
    {
        Assert.Equal("", new MachineSettings().OutboundAllow);
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        using var client = new OutboundClient(new MachineSettings { OutboundAllow = $"127.0.0.1:{port}" });
        var asking = client.StatusAsync(HttpMethod.Get, new($"http://127.0.0.1:{port}/"), "test", TestContext.Current.CancellationToken);
        using var connection = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync("HTTP/1.1 302 Found\r\nLocation: http://localhost/\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(OutboundProblem.Refused, (await Assert.ThrowsAsync<OutboundException>(() => asking)).Problem);
    }
}
