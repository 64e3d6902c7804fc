using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>
/// An edition begins with one section, called News in its own language: without any, its first story
/// would have nowhere to stand, and whoever writes it would have to learn what a section is before she could write.
/// </summary>
public sealed class FirstSection(Newspaper newspaper)
{
    private static readonly string[] Languages = ["ar", "de", "es", "fa", "fr", "he", "pt", "ru", "zh"];

    public async Task MakeAsync(Edition edition, CancellationToken stop)
    {
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

/// <summary>For the edition that a paper is set up with.</summary>
internal sealed class MakeFirstSection(Newspaper newspaper, FirstSection firstSection) : IOnPaperSetUp
{
    public async Task RunAsync(CancellationToken stop) => await firstSection.MakeAsync(await newspaper.Editions.SingleAsync(row => row.Code == "", stop), stop);
}
