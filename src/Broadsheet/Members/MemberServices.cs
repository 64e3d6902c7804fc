using Broadsheet.Accounts;
using Broadsheet.Members.Adoption;
using Broadsheet.Members.Desk;
using Broadsheet.Members.Free;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>Memberships, and who may read a story whole.</summary>
public static class MemberServices
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<GiftStories>().AddScoped<JoinPage>().AddScoped<StripeAdoption>()
        .AddScoped<IReaderPart, AccountMembership>().AddSingleton<IRunsOut, MetersRunOut>()
        .AddPaperScreen("tiers.title", "tiers.about", "/newsroom/tiers", 64, nameof(Permission.RunDonations));

    public static void MapMembersDesk(this IEndpointRouteBuilder newsroom)
    {
        ListTiers.Map(newsroom);
        EditTier.Map(newsroom);
        EditAccessTerms.Map(newsroom);
        AdoptFromStripe.Map(newsroom);
        FreeDesk.Map(newsroom);
        ImportFree.Map(newsroom);
    }

    /// <summary>What readers reach, on the group of pages for one reader.</summary>
    public static void MapMembers(this IEndpointRouteBuilder pages)
    {
        ReadWhole.Map(pages);
        JoinPaper.Map(pages);
    }
}

internal sealed class MetersRunOut : IRunsOut
{
    // Last month still counts somewhere west of here.
    public Task RemoveAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var before = now.AddMonths(-2);
        var month = before.Year * 100 + before.Month;
        return newspaper.MeterReads.Where(row => row.Month <= month).ExecuteDeleteAsync(stop);
    }
}
