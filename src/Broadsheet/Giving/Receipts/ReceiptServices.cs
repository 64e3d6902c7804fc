using Broadsheet.Giving.Receipts.Desk;
using Broadsheet.Mail;
using Broadsheet.Readers;
using Broadsheet.Storage.Outbox;

namespace Broadsheet.Giving.Receipts;

public static class ReceiptServices
{
    public static IServiceCollection AddReceipts(this IServiceCollection services) => services
        .AddScoped<ReceiptPrinter>().AddScoped<StatementPrinter>()
        .AddScoped<IEnclosures, ReceiptEnclosures>().AddScoped<IEnclosures, StatementEnclosures>()
        .AddListener<DonationArrived, ThankForGift>(reachesOutside: true)
        .AddSingleton<IRunsOut, ReceiptErasure>();

    public static void MapReceipts(this IEndpointRouteBuilder newsroom)
    {
        ListReceipts.Map(newsroom);
        EditEntity.Map(newsroom);
        ReceiptFiles.Map(newsroom);
        GiveReceipt.Map(newsroom);
        RunStatements.Map(newsroom);
    }
}
