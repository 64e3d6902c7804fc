using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>What a reader's own page shows of newsletters: those of her edition, and whatever else she has.</summary>
public sealed class AccountNewslettersView(IReadOnlyList<NewsletterView> list) : View
{
    public IReadOnlyList<NewsletterView> List => list;
}

/// <summary>Newsletters on a reader's own page, in her export and at her erasure.</summary>
public sealed class AccountNewsletters(Newspaper newspaper) : IReaderPart
{
    public string Name => "newsletters";

    public async Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop)
    {
        var all = await newspaper.OfReaderAsync(reader.Id, edition.Id, stop);
        return all.Count == 0 ? null : new AccountNewslettersView([.. all.Select(one => new NewsletterView(one.Newsletter, one.Has, edition.ForPaper()))]);
    }

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop)
    {
        var names = await newspaper.Newsletters.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        var all = await newspaper.Subscriptions.AsNoTracking().Include(row => row.Consents).Where(row => row.ReaderId == reader.Id).OrderBy(row => row.Id).ToListAsync(stop);
        return all.Select(row => new
        {
            Newsletter = names[row.NewsletterId],
            row.StartedAt,
            row.EndedAt,
            Ending = row.Ending?.ToString(),
            Consents = row.Consents.OrderBy(one => one.Id).Select(one => new { one.At, How = one.How.ToString(), one.Page, one.Text }),
        });
    }

    public async Task EraseAsync(Reader reader, CancellationToken stop)
    {
        await newspaper.SubscriptionRequests.Where(row => row.Address == reader.Address).ExecuteDeleteAsync(stop);
        await newspaper.Subscriptions.Where(row => row.ReaderId == reader.Id).ExecuteDeleteAsync(stop);
    }
}

/// <summary>POST /account/newsletters: a box ticked is a consent, one that was ticked and is not any more an end.</summary>
public static class ChooseNewsletters
{
    public static void Map(IEndpointRouteBuilder account) => account.MapPost("/newsletters", Post);

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, ReaderWords words, TimeProvider clock, CancellationToken stop)
    {
        var (edition, reader, now) = (http.Edition!, http.Reader.Reader, clock.GetUtcNow());
        // Only what the page showed: a newsletter that came since is neither chosen nor left.
        var (shown, ticked) = (fields["shown"].ToHashSet(), fields["newsletter"].ToHashSet());
        await newspaper.WriteAsync(async () =>
        {
            foreach (var (newsletter, has) in await newspaper.OfReaderAsync(reader.Id, edition.Id, stop))
            {
                var (id, wants) = (newsletter.PublicId.ToString(), ticked.Contains(newsletter.PublicId.ToString()));
                if (!shown.Contains(id) || wants == has) continue;
                var subscription = await newspaper.SubscriptionOfAsync(reader.Id, newsletter.Id, stop);
                if (wants) subscription.Start(new(now, Confirmed.BySignIn, "/account", words.Say(edition.ForPaper(), "by-mail.agree.text", ("address", reader.TypedAddress), ("newsletters", newsletter.Name))));
                else subscription.End(Ending.Account, now);
            }
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Results.Redirect("/account?done=newsletters");
    }
}

internal static class NewslettersOfReader
{
    extension(Newspaper newspaper)
    {
        /// <summary>What a reader of this edition can have, and what she has of others, the latter also where nobody can sign up any more.</summary>
        internal async Task<List<(Newsletter Newsletter, bool Has)>> OfReaderAsync(long reader, long edition, CancellationToken stop)
        {
            var has = (await newspaper.Subscriptions.Where(row => row.ReaderId == reader && row.EndedAt == null).Select(row => row.NewsletterId).ToListAsync(stop)).ToHashSet();
            var all = await newspaper.Newsletters.AsNoTracking().Where(row => (row.EditionId == edition && row.IsOpen) || has.Contains(row.Id)).ToListAsync(stop);
            return [.. all.OrderByDescending(row => row.EditionId == edition).ThenBy(row => row.EditionId).ThenBy(row => row.Position).Select(row => (row, has.Contains(row.Id)))];
        }
    }
}
