using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Broadsheet.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Webhooks;

/// <summary>Receivers as an administrator without script registers and mends them.</summary>
public sealed partial class WebhookDeskTests
{
    [Theory, OnBoth]
    public async Task A_receiver_is_registered_tried_and_read_about(On on)
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(on, wire);
        using var administrator = await newsroom.AsAsync(Role.Administrator);
        Assert.Contains("Nobody is told yet", await administrator.ReadAsync("/newsroom/webhooks"));
        Assert.Contains($"section/{newsroom.City.Id}", await administrator.ReadAsync("/newsroom/webhooks/new"));

        using var made = await administrator.SubmitAsync("/newsroom/webhooks", ("Revision", "0"), ("Name", "The wire"), ("Address", wire.Address), ("Events", "Published"), ("Place", $"section/{newsroom.City.Id}"), ("IsOn", "true"));
        var secret = Secret().Match(await made.Content.ReadAsStringAsync()).Value;
        var receiver = await newsroom.AskAsync(newspaper => newspaper.WebhookReceivers.SingleAsync());
        Assert.Equal(receiver.Secret, WebUtility.HtmlDecode(secret));
        Assert.Equal(newsroom.City.Id, receiver.SectionId);
        Assert.Equal([WebhookEvent.Published], receiver.Events);
        // Never again.
        Assert.DoesNotMatch(Secret(), await administrator.ReadAsync($"/newsroom/webhooks/{receiver.PublicId}"));

        wire.Answer = _ => 422;
        wire.Says = "We know no <b>test</b>" + new string('x', 5000);
        using var tried = await administrator.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/test");
        var html = await administrator.ReadAsync(tried.Headers.Location!.OriginalString);
        Assert.Contains("We know no &lt;b&gt;test", html);
        Assert.Contains("422", html);
        var attempt = await newsroom.AskAsync(newspaper => newspaper.WebhookAttempts.SingleAsync());
        Assert.Equal(1024, attempt.Answer.Length);
        Assert.True(Assert.Single(wire.Letters).IsSignedWith(receiver.Secret));
        // A failed test says nothing of the receiver, and is not tried again.
        Assert.Null((await newsroom.ReloadAsync(receiver)).FailingSince);
        newsroom.Wait(TimeSpan.FromDays(1));
        await newsroom.SendAsync();
        Assert.Single(wire.Letters);

        // A day later she has to sign in again.
        using var later = await newsroom.AsAsync(Role.Administrator);
        using var changed = await later.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/secret");
        Assert.NotEqual(secret, Secret().Match(await changed.Content.ReadAsStringAsync()).Value);
        Assert.Contains("The wire", await later.ReadAsync("/newsroom/webhooks"));
        Assert.Equal(["webhook-made", "webhook-tested", "webhook-secret-changed"], await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Where(row => row.Which == $"webhook/{receiver.PublicId}").OrderBy(row => row.Id).Select(row => row.Act).ToListAsync()));

        await later.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/removal");
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.WebhookReceivers.CountAsync()));
    }

    [Theory]
    [InlineData("http://wire.example/stories")]
    [InlineData("https://wire.example:8443/stories")]
    [InlineData("https://name:word@wire.example/stories")]
    [InlineData("ftp://wire.example/stories")]
    [InlineData("wire.example")]
    public async Task An_address_that_is_not_encrypted_or_odd_is_refused_and_what_was_typed_kept(string address)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var administrator = await newsroom.AsAsync(Role.Administrator);

        using var answer = await administrator.SubmitAsync("/newsroom/webhooks", ("Revision", "0"), ("Name", "The wire"), ("Address", address), ("IsOn", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("https://", html);
        Assert.Contains(address, html);
        Assert.Contains("Choose what it is told of", html);
    }

    [Fact]
    public async Task An_address_within_the_house_is_never_reached()
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await Newsroom.OpenAsync();
        var receiver = await newsroom.ReceiverAsync(wire);
        using var administrator = await newsroom.AsAsync(Role.Administrator);

        await administrator.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/test");

        Assert.Empty(wire.Letters);
        Assert.NotNull(await newsroom.AskAsync(newspaper => newspaper.WebhookAttempts.Select(row => row.Problem).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_who_save_the_second_sees_what_the_first_did()
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(On.Sqlite, wire);
        var receiver = await newsroom.ReceiverAsync(wire);
        using var administrator = await newsroom.AsAsync(Role.Administrator);
        (string, string)[] Form(string name) => [("Revision", $"{receiver.Revision}"), ("Name", name), ("Address", wire.Address), ("Events", "Published"), ("IsOn", "true")];

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}", Form("First"))).StatusCode);
        using var late = await administrator.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}", Form("Second"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("First", await late.Content.ReadAsStringAsync());
        Assert.Equal("First", (await newsroom.ReloadAsync(receiver)).Name);
    }

    [GeneratedRegex("whsec_[A-Za-z0-9+/=&#;x]+")]
    private static partial Regex Secret();
}
