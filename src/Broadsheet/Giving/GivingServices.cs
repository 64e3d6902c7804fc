using Broadsheet.Accounts;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Desk;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Supporters.Desk;
using Broadsheet.Machine;
using Broadsheet.Notices;
using Broadsheet.Readers;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.Giving;

/// <summary>Gifts of readers, and the books of them.</summary>
public static class GivingServices
{
    public static IServiceCollection AddGiving(this IServiceCollection services, StripeSettings stripe)
    {
        stripe.Check();
        return services
            .AddSingleton<StripeRoad>().AddScoped<FactBook>().AddScoped<GivingPage>().AddScoped<PaymentBrakes>().AddScoped<PaymentStep>()
            .AddSingleton<IHostedService, StripeWorker>().AddSingleton<IHostedService, StripeReconciliation>()
            .AddNoticeKind(PaymentBrakes.Notice, byMail: true)
            .AddListener<RecurringChanged, RecurringMails>(reachesOutside: true)
            .AddReceipts()
            .AddScoped<IReaderPart, AccountGiving>()
            .AddPaperScreen("donations.title", "donations.about", "/newsroom/donations", 63, nameof(Permission.SeeDonations));
    }

    /// <summary>Maps what readers reach, on the group of pages for one reader.</summary>
    public static void MapGiving(this IEndpointRouteBuilder pages)
    {
        GiveMoney.Map(pages);
        ThankGiver.Map(pages);
    }

    /// <summary>Maps where Stripe says what happened.</summary>
    public static void MapStripe(this IEndpointRouteBuilder app) => ReceiveStripeEvent.Map(app);

    public static void MapGivingDesk(this IEndpointRouteBuilder newsroom)
    {
        ListDonations.Map(newsroom);
        ShowDonation.Map(newsroom);
        RefundDonation.Map(newsroom);
        EnterDonation.Map(newsroom);
        EditTerms.Map(newsroom);
        ExportLedger.Map(newsroom);
        SupportersDesk.Map(newsroom);
        newsroom.MapReceipts();
    }
}
