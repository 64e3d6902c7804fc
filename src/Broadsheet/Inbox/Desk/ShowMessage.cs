using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.History;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

/// <param name="Note">What was typed, where it is not what is kept.</param>
/// <param name="Story">What it is about.</param>
/// <param name="StoryPath">Where readers find it; empty: nowhere now.</param>
/// <param name="MaySeeStory">Whether she who reads it may open that story in the newsroom.</param>
public sealed record MessageView(
    InboxMessage Message, Edition Edition, Article? Story, string StoryPath, bool MaySeeStory, bool MayCorrect, bool MayWrite, bool HasDraft, string? TakenBy, string Note, Problems Problems)
{
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/newsroom/inbox/{Message.Id}");
}

/// <summary>GET /newsroom/inbox/71…: one message; POST changes its state and what staff note about it; POST …/removal takes it away with its files.</summary>
public static class ShowMessage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/inbox/{id:long}", Get).Requires(Permission.ReadInbox);
        newsroom.MapPost("/inbox/{id:long}", Post).Requires(Permission.ReadInbox);
        newsroom.MapPost("/inbox/{id:long}/removal", Remove).Requires(Permission.ReadInbox);
    }

    internal static Task<IResult> Get(long id, Staff staff, Newspaper newspaper, StoryViews stories, CancellationToken stop) => AnswerAsync(id, null, Problems.None, staff, newspaper, stories, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, StoryViews stories, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.InboxMessages.VisibleTo(staff).SingleOrDefaultAsync(row => row.Id == id, stop) is not { } message) return Results.NotFound();

        var note = fields["Note"].ToString().ReplaceLineEndings("\n").Trim();
        MessageState? wanted = Enum.TryParse<MessageState>(fields["State"], out var state) && Enum.IsDefined(state) ? state : null;
        var now = clock.GetUtcNow();
        if (fields["Revision"] == message.Revision.ToString(CultureInfo.InvariantCulture))
        {
            try
            {
                message.Change(wanted, note, staff.By, DateOnly.FromDateTime(now.UtcDateTime));
                newspaper.Audit(staff, wanted is { } to ? $"inbox-{to.ToString().ToLowerInvariant()}" : "inbox-note", $"inbox/{id}", null, now);
                await newspaper.SaveChangesAsync(stop);
                return Results.Redirect(wanted is MessageState.Done or MessageState.Spam ? "/newsroom/inbox" : $"/newsroom/inbox/{id}");
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was faster by a moment: as below.
            }
        }
        newspaper.ChangeTracker.Clear();
        return await AnswerAsync(id, note, new Problems().Add(Text.T("inbox.stale")), staff, newspaper, stories, StatusCodes.Status409Conflict, stop);
    }

    internal static async Task<IResult> Remove(long id, Staff staff, Newspaper newspaper, InboxStore store, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.InboxMessages.Include(row => row.Files).VisibleTo(staff).SingleOrDefaultAsync(row => row.Id == id, stop) is not { } message) return Results.NotFound();

        newspaper.InboxMessages.Remove(message);
        newspaper.Audit(staff, "inbox-removed", $"inbox/{id}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        await store.DestroyAsync([.. message.Files.Select(file => file.FileHash)], newspaper, stop);
        return Results.Redirect("/newsroom/inbox");
    }

    private static async Task<IResult> AnswerAsync(long id, string? typed, Problems problems, Staff staff, Newspaper newspaper, StoryViews stories, int status, CancellationToken stop)
    {
        if (await newspaper.InboxMessages.AsNoTracking().Include(row => row.Files).VisibleTo(staff).SingleOrDefaultAsync(row => row.Id == id, stop) is not { } message) return Results.NotFound();

        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == message.EditionId, stop);
        var story = message.StoryId is { } about ? await newspaper.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == about, stop) : null;
        var path = story is null ? "" : (await stories.NamedAsync([story.PublicId], edition.ForPaper(), stop)).SingleOrDefault()?.Href ?? "";
        var draft = message.DraftId is { } made && await newspaper.Articles.AsNoTracking().VisibleTo(staff).AnyAsync(row => row.Id == made, stop);
        var by = message.TakenBy is { } taken ? (await newspaper.MakersAsync([taken], stop))[taken] : null;
        return Page.Of<MessagePage, MessageView>(new(
            message, edition, story, path, story?.IsVisibleTo(staff) == true, story is not null && await newspaper.MayPublishAsync(story, staff, stop),
            staff.May(Permission.WriteArticles), draft, by, typed ?? message.Note, problems), status);
    }
}
