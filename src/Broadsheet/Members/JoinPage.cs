using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Giving.Cards;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>What the form of /members carries: its own number, so that it is one request, and what led there.</summary>
/// <param name="Story">The story that she wanted to read.</param>
/// <param name="Led">By which link she came; null: by none that says so.</param>
public sealed record JoinForm(Guid Id, Guid? Story, Referral? Led = null);

/// <summary>Draws /members.</summary>
public sealed class JoinPage(Newspaper newspaper, StripeRoad road, SignedForms forms, ReaderWords words, TimeProvider clock)
{
    /// <summary>What readers of an edition can join now; nothing where nobody can pay.</summary>
    public async Task<IReadOnlyList<Tier>> TiersAsync(Edition edition, CancellationToken stop) => !road.IsOn ? [] :
        await newspaper.Tiers.AsNoTracking().Where(row => row.EditionId == edition.Id && row.IsOpen && (row.MonthlyMinor > 0 || row.YearlyMinor > 0)).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);

    /// <param name="article">The story that she wanted to read.</param>
    /// <param name="problem">The key of what was wrong; empty: nothing.</param>
    /// <param name="chosen">The price that was chosen.</param>
    /// <param name="sent">What the form carried, where the same is to be sent again.</param>
    /// <param name="led">By which link she came.</param>
    public async Task<IResult> ShowAsync(HttpContext http, Edition edition, Article? article, CancellationToken stop, string problem = "", string chosen = "", string? sent = null, Referral? led = null)
    {
        var (paper, tiers) = (edition.ForPaper(), await TiersAsync(edition, stop));
        var slug = article?.SectionId is { } section ? await newspaper.Sections.Where(row => row.Id == section).Select(row => row.Slug).FirstOrDefaultAsync(stop) : null;
        var first = tiers.Count == 0 ? "" : $"{tiers[0].PublicId}/{(tiers[0].MonthlyMinor > 0 ? "monthly" : "yearly")}";
        var view = new JoinView
        {
            Story = article?.Headline,
            StoryHref = article is null || slug is null ? null : paper.At(PaperOrigin.Path(slug, article.Slug)),
            Problem = problem.Length == 0 ? "" : words.Say(paper, problem),
            Tiers = [.. tiers.Select(tier => new TierView(tier, paper.Language, chosen.Length == 0 ? first : chosen))],
            Action = paper.Personal("/members"),
            Form = sent ?? forms.Sign(new JoinForm(Guid.CreateVersion7(), article?.PublicId, led)),
            SignIn = await newspaper.FindReaderAsync(http, clock.GetUtcNow(), stop) is null ? SignInTo(paper, article?.PublicId) : null,
        };
        var status = problem.Length > 0 ? StatusCodes.Status422UnprocessableEntity : article is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
        return new PaperResult(new PaperPage(paper, "members", view, new PageHead { Title = words.Say(paper, "members.title"), Robots = "noindex" }) { Status = status }) { IsPrivate = true };
    }

    /// <summary>Where somebody signs in who is on her way to a story, or to what memberships there are.</summary>
    internal static string SignInTo(PaperEdition paper, Guid? story) =>
        paper.Personal($"/sign-in?next={Uri.EscapeDataString(paper.Personal(story is null ? "/members" : $"/members/story/{story}"))}");
}
