using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Series;

/// <summary>What a series' page asks, as typed.</summary>
public sealed record SeriesForm(string Name, string Slug, string Description, SeriesOrder Order, bool IsFinished, Guid? Picture, long Revision)
{
    public static SeriesForm Empty { get; } = new("", "", "", SeriesOrder.ByPublication, false, null, 0);

    public static SeriesForm Of(StorySeries series) => new(series.Name, series.Slug, series.Description, series.Order, series.IsFinished, series.Picture, series.Revision);

    public static SeriesForm Read(IFormCollection form) => new(
        Word(form, "Name"), Word(form, "Slug"), Word(form, "Description"),
        Enum.TryParse<SeriesOrder>(form["Order"], out var order) && Enum.IsDefined(order) ? order : SeriesOrder.ByPublication, form["IsFinished"] == "true",
        Guid.TryParse(form["Picture"], out var picture) ? picture : null,
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : Name);

    public async Task<Problems> CheckAsync(long edition, long? self, Newspaper newspaper, CancellationToken stop)
    {
        var (problems, address) = (new Problems(), Address);
        if (Name.Length == 0) problems.Add(nameof(Name), T("series.problem.name"));
        else if (await newspaper.StorySeries.AnyAsync(row => row.EditionId == edition && row.Slug == address && row.Id != self, stop))
            problems.Add(nameof(Slug), T("series.problem.taken", ("slug", address)));
        return problems;
    }

    /// <summary>All but what <see cref="StorySeries.Change"/> takes.</summary>
    public void WriteTo(StorySeries series) => (series.Order, series.IsFinished, series.Picture) = (Order, IsFinished, Picture);

    public IReadOnlyList<StaleText> Against(StorySeries theirs) => StaleText.Of(
        new(T("series.name"), Name, theirs.Name), new(T("series.slug"), Slug, theirs.Slug), new(T("series.description"), Description, theirs.Description));

    private static string Word(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
}
