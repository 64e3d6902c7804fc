using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning.Notes;

/// <param name="Edited">The note that is being changed; null: a new one.</param>
/// <param name="Typed">What stands in the form, as typed.</param>
public sealed record NotesView(Article Article, Edition Edition, IReadOnlyList<StoryNote> Notes, PlanningNames Names, StoryNote? Edited, NoteForm Typed, Problems Problems)
{
    public string Path => $"/newsroom/articles/{Article.Id}/notes";

    public static IEnumerable<Choice> Kinds { get; } = [.. Enum.GetValues<StoryNoteKind>().Select(kind => new Choice(kind.ToString(), T($"notes.kind.{kind}")))];

    private static string T(string key) => Text.T(key);
}

/// <summary>GET /newsroom/articles/7/notes, POST makes one; GET, POST …/notes/3 change it; POST …/notes/3/removal. For who may write in the story.</summary>
public static class EditNotes
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/notes", Get).Requires(Permission.WriteArticles);
        newsroom.MapGet("/articles/{id:long}/notes/{note:long}", Get).Requires(Permission.WriteArticles);
        // A note of one's own changes nothing that anybody else has before her; a change names the note's revision.
        newsroom.MapPost("/articles/{id:long}/notes", Post).DemandsRevision().Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/notes/{note:long}", Post).DemandsRevision().Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/notes/{note:long}/removal", Remove).DemandsRevision().Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Get(long id, long? note, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var edited = note is { } which ? await newspaper.StoryNotes.SingleOrDefaultAsync(row => row.Id == which && row.ArticleId == id, stop) : null;
        if (note is not null && edited is null) return Results.NotFound();

        var edition = await newspaper.Editions.SingleAsync(row => row.Id == article.EditionId, stop);
        return await PageAsync(article, edited, edited is null ? new NoteForm() : NoteForm.Of(edited, edition), Problems.None, newspaper, clock, stop);
    }

    internal static async Task<IResult> Post(long id, long? note, IFormCollection posted, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var edited = note is { } which ? await newspaper.StoryNotes.SingleOrDefaultAsync(row => row.Id == which && row.ArticleId == id, stop) : null;
        if (note is not null && edited is null) return Results.NotFound();

        var form = NoteForm.Read(posted);
        var edition = await newspaper.Editions.SingleAsync(row => row.Id == article.EditionId, stop);
        var problems = form.Check();
        if (edited is not null && edited.Revision != form.Revision) problems.Add(Text.T("notes.stale"));
        if (problems.Any) return await PageAsync(article, edited, form, problems, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);

        if (edited is null) newspaper.StoryNotes.Add(edited = new StoryNote(id, staff.By, clock.GetUtcNow()));
        form.Write(edited, edition);
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect($"/newsroom/articles/{id}/notes");
    }

    internal static async Task<IResult> Remove(long id, long note, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is null) return Results.NotFound();
        await newspaper.WriteAsync(() => newspaper.StoryNotes.Where(row => row.Id == note && row.ArticleId == id).ExecuteDeleteAsync(stop), stop);
        return Results.Redirect($"/newsroom/articles/{id}/notes");
    }

    private static async Task<IResult> PageAsync(Article article, StoryNote? edited, NoteForm form, Problems problems, Newspaper newspaper, TimeProvider clock, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var notes = await newspaper.StoryNotes.AsNoTracking().Where(row => row.ArticleId == article.Id).OrderBy(row => row.Kind).ThenByDescending(row => row.Id).ToListAsync(stop);
        return Page.Of<NotesPage, NotesView>(new(article, names.EditionOf(article), notes, names, edited, form, problems), status);
    }
}

/// <summary>A note as typed; times by the edition's clock.</summary>
public sealed record NoteForm(StoryNoteKind Kind = StoryNoteKind.Note, string Who = "", string Where = "", string Text = "", string AskedAt = "", string Answer = "", string AnsweredAt = "", long Revision = 1)
{
    public static NoteForm Of(StoryNote note, Edition edition) => new(note.Kind, note.Who, note.Where, note.Text, Local(note.AskedAt, edition), note.Answer, Local(note.AnsweredAt, edition), note.Revision);

    public static NoteForm Read(IFormCollection form) => new(
        Enum.TryParse<StoryNoteKind>(form["Kind"], out var kind) ? kind : StoryNoteKind.Note, form["Who"].ToString().Trim(), form["Where"].ToString().Trim(),
        form["Text"].ToString().ReplaceLineEndings("\n").Trim(), form["AskedAt"].ToString(), form["Answer"].ToString().ReplaceLineEndings("\n").Trim(), form["AnsweredAt"].ToString(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public Problems Check()
    {
        var problems = new Problems();
        if (Who.Length == 0 && Text.Length == 0) problems.Add(nameof(Text), Web.Text.T("notes.problem.empty"));
        foreach (var (field, typed) in new[] { (nameof(AskedAt), AskedAt), (nameof(AnsweredAt), AnsweredAt) })
            if (typed.Length > 0 && !DateTime.TryParse(typed, CultureInfo.InvariantCulture, out _)) problems.Add(field, Web.Text.T("acts.chooseTime"));
        return problems;
    }

    public void Write(StoryNote note, Edition edition)
    {
        (note.Kind, note.Who, note.Where, note.Text, note.Answer) = (Kind, Who, Where, Text, Answer);
        (note.AskedAt, note.AnsweredAt) = (edition.ReadFieldTime(AskedAt), edition.ReadFieldTime(AnsweredAt));
        note.Changed();
    }

    private static string Local(DateTimeOffset? at, Edition edition) => at is { } instant ? edition.FieldTime(instant) : "";
}
