using Broadsheet.Accounts;
using Broadsheet.Api;
using Broadsheet.Appeals;
using Broadsheet.Articles;
using Broadsheet.Bulk;
using Broadsheet.AuditDesk;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Commands;
using Broadsheet.Comments;
using Broadsheet.Contributors;
using Broadsheet.Desks;
using Broadsheet.Corrections;
using Broadsheet.CopyDesk;
using Broadsheet.EditionDesk;
using Broadsheet.Editions;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Finding;
using Broadsheet.Figures;
using Broadsheet.FrontPage;
using Broadsheet.Giving;
using Broadsheet.Giving.Supporters;
using Broadsheet.Inbox;
using Broadsheet.Jobs;
using Broadsheet.Look;
using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Members;
using Broadsheet.Menus;
using Broadsheet.Messages;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Archive;
using Broadsheet.Newsletters.Bounces;
using Broadsheet.Notices;
using Broadsheet.Pages;
using Broadsheet.Paper.Edge;
using Broadsheet.Paper.Press;
using Broadsheet.Pictures;
using Broadsheet.Planning;
using Broadsheet.Popularity;
using Broadsheet.Pictures.Decoding;
using Broadsheet.PublicApi;
using Broadsheet.Readers;
using Broadsheet.RedirectDesk;
using Broadsheet.Review;
using Broadsheet.Sample;
using Broadsheet.Search;
using Broadsheet.Search.Index;
using Broadsheet.Search.Reading;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Sponsors;
using Broadsheet.Status;
using Broadsheet.Storage;
using Broadsheet.Syndication;
using Broadsheet.Syndication.Republication;
using Broadsheet.Today;
using Broadsheet.Topics;
using Broadsheet.Translations;
using Broadsheet.Trust;
using Broadsheet.Web;
using Broadsheet.Webhooks;

namespace Broadsheet;

/// <summary>The table of contents: what the program is made of, then where each feature answers.</summary>
public static class Program
{
    // A child that opens strangers' pictures starts nothing else of the program.
    public static Task<int> Main(string[] args) => args is ["decode"] ? Task.FromResult(DecodeChild.Run()) : CommandLine.RunAsync(args);

    /// <summary>The whole web program, ready to start.</summary>
    /// <param name="change">For tests: replaces the clock and what reaches outside.</param>
    public static WebApplication Build(MachineSettings machine, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(machine.Urls);
        builder.WebHost.UseSockets(QuickSockets.Choose);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        builder.Services.AddSingleton(machine);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(machine);
        builder.Services.AddNewsroom();
        builder.Services.AddGuards();
        builder.Services.AddAccounts();
        builder.Services.AddArticles();
        builder.Services.AddPlanning().AddBulk().AddToday();
        builder.Services.AddComments().AddReview();
        builder.Services.AddCoEditing(machine);
        builder.Services.AddScoped<SamplePaper>();
        builder.Services.AddPictures(machine);
        builder.Services.AddFiles();
        builder.Services.AddDesks();
        builder.Services.AddSections().AddTopics().AddSeries().AddContributors().AddPlainPages().AddMenus().AddMessages();
        builder.Services.AddStaffApi().AddReadersApi();
        builder.Services.AddReadersPaper(machine).AddFrontPageDesk().AddLook().AddEmbeds().AddEditionDesk().AddRedirectDesk();
        builder.Services.AddPopularity();
        builder.Services.AddCorrections().AddTranslations().AddTrust().AddSyndication(machine).AddSearch();
        builder.Services.AddReaders().AddNewsletters().AddGiving(machine.Stripe).AddMembers().AddAppeals().AddInbox();
        builder.Services.AddFigures().AddSponsors().AddWebhooks();
        builder.Services.AddEdge(machine.Edge);
        builder.Services.AddPress(new(machine.Press.MemoryMegabytes), ReadersPaper.HostsOfPress);
        builder.Services.AddCopyDesk();
        builder.Services.AddStuckJobs().AddStatus().AddMail(machine.Mail).AddNotices().AddAuditDesk();
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseUnavailable();
        app.UsePress();
        app.UseEdge();
        app.UseEditions();
        app.UseGuards();
        ReadersApi.Use(app);
        StaffApi.Use(app);
        app.UseArticleGate();
        app.UseCoEditing();
        ClientAssets.Map(app);
        ShowRendition.Map(app);
        ServeFile.Map(app);
        CountRead.Map(app);
        CountCopy.Map(app);
        app.MapChoice();
        FollowSponsor.Map(app);

        var newsroom = app.MapNewsroom().RequireAntiforgery().WithAuditNet();
        StaffAccounts.Map(newsroom);
        ArticleActs.Map(newsroom);
        newsroom.MapFrontPageDesk();
        newsroom.MapPictures();
        newsroom.MapFiles();
        EditLook.Map(newsroom);
        EditEmbeds.Map(newsroom);
        newsroom.MapEditionDesk();
        newsroom.MapRedirectDesk();
        newsroom.MapDesks();
        newsroom.MapReview();
        newsroom.MapSections();
        newsroom.MapTopics();
        newsroom.MapSeries();
        newsroom.MapContributors();
        newsroom.MapPlainPages();
        newsroom.MapTrustDesk();
        newsroom.MapSyndicationDesk();
        newsroom.MapMenus();
        newsroom.MapMessages();
        newsroom.MapAppealsDesk();
        newsroom.MapNewsletters();
        newsroom.MapGivingDesk();
        newsroom.MapMembersDesk();
        newsroom.MapFigures();
        newsroom.MapSponsorDesk();
        newsroom.MapWebhooks();
        newsroom.MapInbox();
        newsroom.MapCorrections();
        newsroom.MapTranslations();
        ArticleEditor.Map(newsroom);
        newsroom.MapPlanning();
        newsroom.MapBulk();
        ShowToday.Map(newsroom);
        FindAnything.Map(newsroom);
        newsroom.MapComments();
        newsroom.MapNotices();
        newsroom.MapAuditDesk();
        CoEditingServices.Map(newsroom);
        TakeReports.Map(app);
        StaffApi.Map(app);
        ReadersApi.Map(app);
        var paper = app.MapReadersPaper();
        ReadPopular.Map(paper);
        ReadSupport.Map(paper);
        ReadSupporters.Map(paper);
        ReadCorrections.Map(paper);
        ReadNewsletters.Map(paper);
        ReadNewsletter.Map(paper);
        paper.MapSyndication();
        paper.MapTrust();
        ReadSearch.Map(paper);
        var personal = app.MapPersonalPages();
        personal.MapSignUp();
        personal.MapGiving();
        personal.MapMembers();
        personal.MapWriting();
        var account = personal.MapAccount();
        ChooseNewsletters.Map(account);
        ManageGiving.Map(account);
        GiveStoryAway.Map(account);
        app.MapStripe();
        NewsroomReads.Map(newsroom);
        newsroom.MapCopyDesk();
        newsroom.MapStuckJobs();
        ShowStatus.Map(newsroom);
        return app;
    }

    /// <summary>The program on a prepared database, as every command opens it.</summary>
    /// <exception cref="SettingException">A setting is refused; the database was not touched.</exception>
    public static async Task<WebApplication> OpenAsync(MachineSettings machine, CancellationToken stop = default)
    {
        // What a start costs is mostly code that is loaded for the first time, EF's on one core and the web's on the other (decision 58).
        var model = Task.Run(() => DatabaseModel.Load(machine), stop);
        WebApplication app;
        try
        {
            app = Build(machine);
        }
        finally
        {
            // What went wrong there goes wrong again below.
            await model.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        try
        {
            await app.PrepareAsync(stop);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything that happens once before the first request: the schema, then whatever features prepare.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken stop = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        await newspaper.UpgradeAsync(app.Services.GetRequiredService<MachineSettings>(), stop);
        await newspaper.PrepareIndexAsync(stop);
    }
}
