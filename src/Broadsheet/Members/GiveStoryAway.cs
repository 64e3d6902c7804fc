using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>POST /account/gift-stories: a member gets a link by which a friend reads one story whole.</summary>
public static class GiveStoryAway
{
    public static void Map(IEndpointRouteBuilder account) => account.MapPost("/gift-stories", Post);

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, GiftStories gifts, Doorsteps doorsteps, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        var edition = http.Edition!;
        if (!Guid.TryParse(fields["story"], out var id) || await newspaper.MembershipOfAsync(http.Reader.Reader, clock.GetUtcNow(), stop) is null) return Results.Redirect("/members");
        if (await newspaper.Articles.AsNoTracking().FirstOrDefaultAsync(row => row.PublicId == id && row.PublishedVersionId != null, stop) is not { } article) return Results.NotFound();

        return doorsteps.Show(edition, new DoorstepView
        {
            Title = doorsteps.Say(edition, "gift-story.title"),
            Lines = [article.Headline],
            Text = doorsteps.Say(edition, "gift-story.text"),
            Href = origin.Whole($"/members/story/{id}?gift={Uri.EscapeDataString(gifts.Of(article))}"),
            Link = doorsteps.Say(edition, "gift-story.link"),
        });
    }
}
