using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Menus;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust.Desk;
using Broadsheet.Trust.Machines;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Trust;

/// <summary>Who the paper is, said to readers and to programs, and what machines may do with its text.</summary>
public static class TrustServices
{
    public static IServiceCollection AddTrust(this IServiceCollection services) => services
        .AddScoped<IMenuPlaces, TrustMenuPlaces>()
        .AddPaperScreen("trust.title", "trust.about", "/newsroom/trust", 42, nameof(Permission.RunPaper));

    public static void MapTrust(this RouteGroupBuilder paper)
    {
        paper.AddEndpointFilter<MachineHeaders>();
        ReadTrust.Map(paper);
        ReadTrustFiles.Map(paper);
        ReadLicence.Map(paper);
    }

    public static void MapTrustDesk(this IEndpointRouteBuilder newsroom)
    {
        EditTrust.Map(newsroom);
        EditTrustFiles.Map(newsroom);
    }
}

internal sealed class TrustMenuPlaces(Newspaper newspaper) : IMenuPlaces
{
    public async Task<IReadOnlyList<Choice>> OfAsync(long edition, CancellationToken stop)
    {
        var (said, found) = ((await newspaper.SettingOfAsync<TrustStatement>(edition, stop)).Value, await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == edition, stop));
        if (!said.Subjects.Any()) return [];
        return [new Choice("/trust", Text.T("trust.all")), .. said.Subjects.Where(subject => TrustStatement.LinkIn(said.TextOf(subject)) is null).Select(subject => new Choice($"/trust/{subject.Slug}", Paper.PaperWords.Find(found.Language, subject.Title)))];
    }
}
