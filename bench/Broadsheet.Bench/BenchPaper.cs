using Broadsheet.Articles;
using Broadsheet.Machine;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>Looks into a paper that <c>broadsheet sample</c> filled, for the addresses of its pages.</summary>
internal static class BenchPaper
{
    /// <summary>Paths of articles, spread over the whole archive, the newest first.</summary>
    internal static Task<List<string>> ArticlesAsync(MachineSettings machine, int most) => AskAsync(machine, async newspaper =>
    {
        var sections = await newspaper.Sections.ToDictionaryAsync(row => row.Id, row => row.Slug);
        var articles = await newspaper.Articles.Where(row => row.PublishedAt != null && row.SectionId != null).OrderByDescending(row => row.PublishedAt).Select(row => new { row.SectionId, row.Slug }).ToListAsync();
        var step = Math.Max(1, articles.Count / most);
        return articles.Where((_, at) => at % step == 0).Take(most).Select(row => $"/{sections[row.SectionId!.Value]}/{row.Slug}").ToList();
    });

    internal static async Task<T> AskAsync<T>(MachineSettings machine, Func<Newspaper, Task<T>> ask)
    {
        await using var app = Program.Build(machine);
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Newspaper>());
    }
}
