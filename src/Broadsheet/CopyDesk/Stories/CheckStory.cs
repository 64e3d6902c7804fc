using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.AuditDesk;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Stories;

/// <param name="Findings">Those that nobody said to ignore.</param>
public sealed record CheckStoryView(Article Article, Edition Edition, IReadOnlyList<Finding> Findings, IReadOnlyList<IgnoredFinding> Ignored, Problems Problems);

/// <param name="Note">The row, to heed it again.</param>
public sealed record IgnoredFinding(long Note, string Rule, string Words, string Because, string By);

/// <summary>
/// GET /newsroom/articles/7/check: what the desk asks about the saved text, for whoever has no script; POST: about what stands in the
/// editor, saved or not, as JSON.
/// </summary>
public static class CheckStory
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/check", Get).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/check", Post).Requires(Permission.WriteArticles).WithoutAudit("It reads the text and changes nothing.");
    }

    internal static async Task<IResult> Get(long id, Staff staff, StoryDesk desk, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();
        return await PageAsync(article, Problems.None, desk, newspaper, stop);
    }

    internal static async Task<IResult> PageAsync(Article article, Problems problems, StoryDesk desk, Newspaper newspaper, CancellationToken stop)
    {
        var read = await desk.CheckAsync(article, article.Draft.Content, stop);
        var ignored = read.Notes.Where(note => note.IgnoredAt is not null).ToList();
        await desk.NoteAsync(article.Id, read, stop);
        var names = ignored.Select(note => note.IgnoredBy).ToHashSet();
        var staffNames = await newspaper.StaffMembers.Where(row => names.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        return Page.Of<CheckStoryPage, CheckStoryView>(new(article, read.Edition, read.Heeded,
            [.. ignored.Select(note => new IgnoredFinding(note.Id, note.Rule, note.Words, note.Because, staffNames.GetValueOrDefault(note.IgnoredBy, "")))], problems),
            problems.Any ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    internal static async Task<IResult> Post(long id, TypedStory typed, Staff staff, StoryDesk desk, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();
        DraftDocument body;
        try
        {
            body = DraftDocument.Parse(typed.Body);
        }
        catch (DocumentException refused)
        {
            return TypedResults.Problem(detail: refused.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var content = new ArticleForm(typed.Fields).Over(article.Draft.Content, await newspaper.ZoneOfAsync(article, stop)) with { Body = body };
        var read = await desk.CheckAsync(article, content, stop);
        if (typed.IsSettled) await desk.NoteAsync(id, read, stop);
        return TypedResults.Json(new CheckedStory([.. read.Heeded.Select(one => new ShownFinding(one, Text.T($"copy.harm.{one.Harm}")))], read.Notes.Count(note => note.IgnoredAt is not null && read.Found.Any(note.IsOf))), Json);
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}

/// <param name="IsSettled">Nobody has typed for a while: what is found now counts as having been shown.</param>
public sealed record TypedStory(Dictionary<string, string[]> Fields, JsonElement Body, bool IsSettled = false);

public sealed record CheckedStory(IReadOnlyList<ShownFinding> Findings, int Ignored);

public sealed record ShownFinding(Finding Found, string Harm);
