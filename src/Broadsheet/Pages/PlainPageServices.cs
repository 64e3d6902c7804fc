using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Menus;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

public static class PlainPageServices
{
    public static IServiceCollection AddPlainPages(this IServiceCollection services) => services
        .AddPaperScreen("pages.title", "pages.about", "/newsroom/pages", 40, nameof(Permission.ArrangePaper))
        .AddScoped<PlainTexts>().AddScoped<IFirstSegments, PageSegments>().AddScoped<IMenuPlaces, PageMenuPlaces>().AddScoped<IFileUses, FilesInPages>();

    public static void MapPlainPages(this IEndpointRouteBuilder newsroom)
    {
        ListPages.Map(newsroom);
        MakePage.Map(newsroom);
        EditPage.Map(newsroom);
        RemovePage.Map(newsroom);
    }
}

internal sealed class PageSegments(Newspaper newspaper) : IFirstSegments
{
    public Task<bool> HaveAsync(long edition, string slug, Guid? except, CancellationToken stop) =>
        newspaper.Pages.AnyAsync(row => row.EditionId == edition && row.Slug == slug && row.PublicId != except, stop);
}

internal sealed class PageMenuPlaces(Newspaper newspaper) : IMenuPlaces
{
    public async Task<IReadOnlyList<Choice>> OfAsync(long edition, CancellationToken stop) =>
        [.. (await newspaper.Pages.Where(row => row.EditionId == edition).OrderBy(row => row.Title).Select(row => new { row.Slug, row.Title }).ToListAsync(stop)).Select(row => new Choice($"/{row.Slug}", row.Title))];
}
