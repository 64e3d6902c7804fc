using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Members;
using Broadsheet.Readers;
using Broadsheet.Sample;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The program with the sample paper, as <c>bin/run</c> shows it. Made once for all tests of the run, which only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    // Its pictures cost more than most classes that look at them.
    private static readonly Lazy<Task<WebApplication>> Shared = new(StartAsync);

    private WebApplication _app = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _app = await Shared.Value;
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-sample-").FullName;
        // With mail, so that newsletters are offered; nothing is sent, and nobody listens there.
        var mail = new MailSettings { Server = "smtp://127.0.0.1:9", From = "The Harbour Post <post@harbour.example>" };
        // And with Stripe, so that amounts lead to /give; nobody answers there either.
        var stripe = new StripeSettings { SecretKey = "sk_test_of_the_sample", WebhookSecret = "whsec_test", ApiAddress = "http://127.0.0.1:9" };
        var app = Program.Build(new MachineSettings { Data = folder, Urls = "http://127.0.0.1:0", Mail = mail, Stripe = stripe }, builder => builder.Logging.ClearProviders());
        await app.PrepareAsync();
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SamplePaper>().AddToEmptyAsync();
        await OfferAsync(app);
        await app.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            app.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
            TestFolder.RemoveAsync(folder).Wait(TimeSpan.FromSeconds(10));
        };
        return app;
    }

    private static async Task OfferAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        foreach (var edition in await newspaper.Editions.ToListAsync())
        {
            var (name, benefits) = edition.Language == "he" ? ("ידידי הנמל", "כל הכתבות\nההפלגה של הקיץ") : ("Friend of the harbour", "Every story\nThe summer sail");
            var tier = new Tier(edition.Id, name, "EUR");
            tier.Change(name, benefits, 700, 7000, 0, true);
            newspaper.Tiers.Add(tier);
        }
        await newspaper.SaveChangesAsync();
    }

    /// <summary>Signs a new reader of an edition in, in that browser.</summary>
    public async Task SignInAsync(IBrowserContext context, string edition)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var (newspaper, now, secret) = (scope.ServiceProvider.GetRequiredService<Newspaper>(), DateTimeOffset.UtcNow, Secret.New());
        var reader = new Reader(ReaderAddress.Read($"dana-{Guid.NewGuid():N}@harbour.example")!, await newspaper.Editions.Where(row => row.Code == edition).Select(row => row.Id).SingleAsync(), now);
        newspaper.Readers.Add(reader);
        await newspaper.SaveChangesAsync();
        newspaper.ReaderSessions.Add(new ReaderSession(reader, secret, "Chromium", now));
        await newspaper.SaveChangesAsync();
        // Chromium takes Secure cookies for localhost; told under https they are the same cookies.
        await context.AddCookiesAsync([new() { Name = "__Host-reader", Value = secret.Text, Url = Address.Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true }]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
