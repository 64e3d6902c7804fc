using System.Globalization;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Sections;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Pages;

/// <summary>What a plain page's page asks, as typed.</summary>
/// <param name="Body">Null when none was sent: without script there is no editor, and saving must not blank the text.</param>
/// <param name="Refused">Why a body that was sent is none.</param>
public sealed record PageForm(string Title, string Slug, DraftDocument? Body, string SearchDescription, bool IsPublished, long Revision, string? Refused = null)
{
    public static PageForm Empty { get; } = new("", "", null, "", false, 0);

    public static PageForm Of(PlainPage page) => new(page.Title, page.Slug, page.Body, page.SearchDescription, page.IsPublished, page.Revision);

    public static PageForm Read(IFormCollection form)
    {
        var (body, refused) = SentBody.Read(form);
        return new(form["Title"].ToString().Trim(), form["Slug"].ToString().Trim(), body, form["SearchDescription"].ToString().ReplaceLineEndings("\n").Trim(),
            form["IsPublished"] == "true", long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0, refused);
    }

    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : Title);

    public async Task<Problems> CheckAsync(long edition, Guid? self, FirstSegments segments, CancellationToken stop)
    {
        var problems = new Problems();
        if (Refused is not null) problems.Add(T("page.problem.body", ("why", Refused)));
        if (Title.Length == 0) problems.Add(nameof(Title), T("page.problem.title"));
        else if (await segments.ProblemAsync(edition, Address, self, stop, may: PlainPage.Support) is { } taken) problems.Add(nameof(Slug), taken);
        return problems;
    }

    public void WriteTo(PlainPage page)
    {
        (page.Title, page.Slug, page.Body, page.SearchDescription, page.IsPublished) = (Title, Address, Body ?? page.Body, SearchDescription, IsPublished);
        page.Touch();
    }

    public IReadOnlyList<StaleText> Against(PlainPage theirs) => StaleText.Of(
        new(T("page.title"), Title, theirs.Title), new(T("page.slug"), Slug, theirs.Slug),
        new(T("page.body"), Words(Body ?? theirs.Body), Words(theirs.Body)), new(T("page.searchDescription"), SearchDescription, theirs.SearchDescription));

    /// <summary>The text alone, for reading without script and for comparing.</summary>
    public static string Words(DraftDocument body) => new PlainTextRenderer(NoParts.Instance).Render(body.ForPublication());
}
