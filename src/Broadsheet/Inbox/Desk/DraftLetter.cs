using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Inbox.Desk;

/// <summary>POST /newsroom/inbox/71…/draft: a letter becomes a story of its kind, with its writer's name and town and without her mail address. Who makes it edits it further.</summary>
public static class DraftLetter
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/inbox/{id:long}/draft", Post).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Post(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (!staff.May(Permission.ReadInbox)) return Results.NotFound();
        if (await newspaper.InboxMessages.SingleOrDefaultAsync(row => row.Id == id && row.Kind == MessageKind.Letter, stop) is not { } letter) return Results.NotFound();
        if (letter.DraftId is { } there) return Results.Redirect($"/newsroom/articles/{there}");

        var now = clock.GetUtcNow();
        var about = await newspaper.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == letter.StoryId, stop);
        var section = await newspaper.Sections.Where(row => row.Id == (about == null ? null : about.SectionId)).Select(row => (Guid?)row.PublicId).SingleOrDefaultAsync(stop);
        var article = Article.BegunBy(staff, letter.EditionId, now);
        article.SaveDraft(new ArticleContent
        {
            Headline = letter.Subject.Length > 0 ? letter.Subject : T("inbox.draft.headline", ("name", letter.Name)),
            Kind = ArticleKind.Letter,
            Section = section,
            Body = DraftDocument.OfText(letter.Text),
            Bylines = [new Byline(null, T("inbox.letter.by", ("name", letter.Name), ("town", letter.Town)))],
            Related = about is null ? [] : [about.PublicId],
            // What a reader wrote is hers: it goes to nobody who prints it again.
            Source = new() { Kind = ArticleSourceKind.Reader, Withheld = [Channel.Republish] },
        }, article.Draft.Revision, staff.By, now);
        await newspaper.WriteAsync(async () =>
        {
            newspaper.Articles.Add(article);
            await newspaper.SaveChangesAsync(stop);
            letter.BecameDraft(article.Id, staff.By);
            newspaper.Audit(staff, "inbox-draft", $"inbox/{id}", null, now);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Results.Redirect($"/newsroom/articles/{article.Id}");
    }
}
