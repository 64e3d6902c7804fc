using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Newsletters.Bounces;
using Broadsheet.Newsletters.Clicks;
using Broadsheet.Newsletters.Desk;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Newsletters.Silence;
using Broadsheet.Notices;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Popularity;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>Newsletters: what there are, who gets them and how she agreed.</summary>
public static class NewsletterServices
{
    public static IServiceCollection AddNewsletters(this IServiceCollection services) => services
        .AddScoped<SignUp>().AddSingleton<LeavingLinks>()
        .AddSingleton<DomainBrakes>().AddSingleton<AmazonPost>().AddSingleton<IHostedService, ReturnMailbox>().AddScoped<IssueAppeals>().AddScoped<IssueMails>().AddScoped<IssueProofs>().AddNoticeKind(IssueProofs.Waits, byMail: true, atOnce: true).AddJob<StartIssue, IssueStarter>(reachesOutside: true).AddSingleton<IHostedService, IssueWorker>().AddSingleton<IHostedService, IssuePlanner>()
        .AddSingleton<ClickCounter>().AddSingleton<IReferralCounter>(provider => provider.GetRequiredService<ClickCounter>()).AddSingleton<IHostedService, ClickFlush>()
        .AddSingleton<IStoryPanel, AlertPanels>().AddScoped<IPictureUses, PicturesOfIssues>()
        .AddScoped<RenewalMails>().AddSingleton<IHostedService, RenewalRounds>().AddScoped<IReaderPart, RenewalOfReader>()
        .AddScoped<IReaderPart, AccountNewsletters>().AddPagePart<NewslettersPart>().AddSingleton<IRunsOut, RequestsRunOut>()
        .AddPaperScreen("newsletters.title", "newsletters.about", "/newsroom/newsletters", 61, nameof(Permission.RunNewsletters))
        .AddPaperScreen("subscribers.title", "subscribers.about", "/newsroom/subscribers", 62, nameof(Permission.SeeSubscribers));

    public static void MapNewsletters(this IEndpointRouteBuilder newsroom)
    {
        ListNewsletters.Map(newsroom);
        EditNewsletter.Map(newsroom);
        ScheduleNewsletter.Map(newsroom);
        ChoosePostalAddress.Map(newsroom);
        ChooseRenewal.Map(newsroom);
        ListIssues.Map(newsroom);
        ExportIssues.Map(newsroom);
        EditIssue.Map(newsroom);
        SendIssue.Map(newsroom);
        PreviewIssue.Map(newsroom);
        SendAlert.Map(newsroom);
        ListSubscribers.Map(newsroom);
        ExportSubscribers.Map(newsroom);
        ImportSubscribers.Map(newsroom);
        EndSubscription.Map(newsroom);
    }

    /// <summary>What readers reach without signing in, on the group of pages for one reader.</summary>
    public static void MapSignUp(this IEndpointRouteBuilder pages)
    {
        AskForNewsletters.Map(pages);
        RequestNewsletters.Map(pages);
        ConfirmNewsletters.Map(pages);
        LeaveNewsletter.Map(pages);
        RenewSubscriptions.Map(pages);
    }
}

internal sealed class RequestsRunOut : IRunsOut
{
    // One that was confirmed lives on as a subscription's consent.
    public Task RemoveAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop) =>
        newspaper.SubscriptionRequests.Where(row => row.ExpiresAt < now || row.UsedAt != null).ExecuteDeleteAsync(stop);
}
