using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>
/// A paper that is set up gets one section, called News in its own language: without any, the owner's first story
/// would have nowhere to stand, and she would have to learn what a section is before she could write.
/// </summary>
internal sealed class MakeFirstSection(Newspaper newspaper) : IOnPaperSetUp
{
    private static readonly string[] Languages = ["ar", "de", "es", "fa", "fr", "he", "pt", "ru", "zh"];

    public async Task RunAsync(CancellationToken stop)
    {
        var edition = await newspaper.Editions.SingleAsync(row => row.Code == "", stop);
        if (await newspaper.Sections.AnyAsync(row => row.EditionId == edition.Id, stop)) return;

        newspaper.Sections.Add(new Section(edition.Id, NameIn(edition.Language), "news", 0));
        await newspaper.SaveChangesAsync(stop);
    }

    private static string NameIn(string language)
    {
        var name = language.Split('-')[0];
        return Text.T(Languages.Contains(name) ? $"section.first.{name}" : "section.first");
    }
}
