using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Paper.Press;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests;

/// <summary>
/// The whole program on a real database and a real port of loopback, with one edition and one section. Tests talk to it
/// as a browser would, through <see cref="Client"/>, or look into its database.
/// </summary>
public sealed class Newsroom : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-test-").FullName;

    private Action<IServiceCollection> _services = _ => { };

    private Newsroom() { }

    public WebApplication App { get; private set; } = null!;
    public HttpClient Client { get; private set; } = null!;
    public MovableClock Clock { get; } = new();
    public MachineSettings Machine { get; private set; } = null!;
    public Edition Edition { get; private set; } = null!;
    public Section City { get; private set; } = null!;
    public PagePress Press => App.Services.GetRequiredService<PagePress>();

    /// <param name="services">What a feature of the test's own adds, such as a listener.</param>
    public static async Task<Newsroom> OpenAsync(On on = On.Sqlite, Func<MachineSettings, MachineSettings>? settings = null, bool isEmpty = false, Action<IServiceCollection>? services = null)
    {
        var newsroom = new Newsroom();
        if (services is not null) newsroom._services = services;
        newsroom.Machine = await TestDatabases.MakeAsync(on, new MachineSettings { Data = newsroom._folder, Urls = "http://127.0.0.1:0" });
        newsroom.Machine = settings?.Invoke(newsroom.Machine) ?? newsroom.Machine;
        await newsroom.StartAsync();
        if (!isEmpty) await newsroom.CastAsync();
        return newsroom;
    }

    /// <summary>Stops the program and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await StartAsync();
    }

    /// <summary>Stops the program; <see cref="StartAsync"/> brings it up again.</summary>
    public ValueTask CloseAsync() => App.DisposeAsync();

    /// <summary>Asks the database in a scope of its own, as each request does.</summary>
    public async Task<T> AskAsync<T>(Func<Newspaper, Task<T>> ask)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Newspaper>());
    }

    /// <summary>Changes the database in a scope of its own and saves.</summary>
    public Task ChangeAsync(Action<Newspaper> change) => AskAsync(async newspaper => { change(newspaper); return await newspaper.SaveChangesAsync(); });

    public async Task<Article> DraftAsync(string headline, Func<ArticleContent, ArticleContent>? content = null, long by = 0) => await AskAsync(async newspaper =>
    {
        var article = new Article(Edition.Id, Clock.GetUtcNow()) { CreatedBy = by };
        var written = new ArticleContent { Headline = headline, Section = City.PublicId, Body = DraftDocument.OfText("The wall fell at noon.") };
        article.SaveDraft(content?.Invoke(written) ?? written, article.Draft.Revision, by, Clock.GetUtcNow());
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync();
        return article;
    });

    /// <summary>In City a story goes out when two people stand behind it.</summary>
    public Task DemandTwoKeysAsync() => AskAsync(async newspaper =>
    {
        (await newspaper.Sections.FindAsync(City.Id))!.DemandsTwoKeys = true;
        return await newspaper.SaveChangesAsync();
    });

    public Task<Article> PublishAsync(Article article) => ActAsync(article, (publication, found) => publication.PublishAsync(found, 0));

    /// <summary>Does something to an article as an endpoint does: found, told, saved.</summary>
    public async Task<Article> ActAsync(Article article, Func<Publication, Article, Task> act)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
        await act(scope.ServiceProvider.GetRequiredService<Publication>(), found);
        return found;
    }

    /// <summary>Runs every due job by hand, with the worker stopped: what they do is done when this returns.</summary>
    /// <param name="between">After each of them.</param>
    public async Task RunJobsAsync(Action? between = null)
    {
        var worker = App.Services.GetServices<IHostedService>().OfType<JobWorker>().Single();
        await worker.StopAsync(default);
        while (await worker.RunNextAsync(TestContext.Current.CancellationToken)) between?.Invoke();
    }

    public Task<Article> ReloadAsync(Article article) => AskAsync(newspaper => newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        await TestDatabases.DropAsync(Machine);
        await TestFolder.RemoveAsync(_folder);
    }

    public async Task StartAsync()
    {
        App = Program.Build(Machine, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            // A test machine may be so busy that a page takes seconds; what a test then sees must still be true.
            // And what is made, a test asked for: a front page made ahead would be counted, and costs each test its making.
            builder.Services.AddSingleton(new PressSettings(64) { Patience = TimeSpan.FromMinutes(1), MakesAhead = false });
            _services(builder.Services);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            // Said at each of hundreds of starts, and true of every paper without a key of its own: a failure must stay findable.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
            // A command that fails throws too, or was meant to.
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        });
        await App.PrepareAsync();
        await App.StartAsync();
        var address = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    private async Task CastAsync()
    {
        Edition = new Edition("", "The Harbour Post", "en", "Europe/London", 0);
        await ChangeAsync(newspaper => newspaper.Editions.Add(Edition));
        City = new Section(Edition.Id, "City", "city", 0);
        await ChangeAsync(newspaper => newspaper.Sections.Add(City));
    }
}
