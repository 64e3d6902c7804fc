using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <summary>One subscription as the desk lists it.</summary>
public sealed record Subscriber(Reader Reader, Newsletter Newsletter, Subscription Subscription, Consent? Consent);

/// <summary>Which subscriptions the desk wants to see.</summary>
/// <param name="Words">Part of an address or a name.</param>
public sealed record SubscriberSearch(string Words, long? Newsletter, bool WithEnded)
{
    public static SubscriberSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(), long.TryParse(query["newsletter"], out var id) ? id : null, query["ended"] == "true");

    public string Query => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?q={Uri.EscapeDataString(Words)}&newsletter={Newsletter}&ended={(WithEnded ? "true" : "")}");

    /// <summary>The newest first.</summary>
    public IQueryable<Subscriber> In(Newspaper newspaper)
    {
        // Addresses are kept in small letters, names as they are typed.
        var (address, words, letter, ended) = (Words.ToLowerInvariant(), Words, Newsletter, WithEnded);
        return from subscription in newspaper.Subscriptions.AsNoTracking()
               join reader in newspaper.Readers on subscription.ReaderId equals reader.Id
               join newsletter in newspaper.Newsletters on subscription.NewsletterId equals newsletter.Id
               where (ended || subscription.EndedAt == null) && (letter == null || newsletter.Id == letter) && (words == "" || reader.Address.Contains(address) || reader.Name.Contains(words))
               orderby subscription.Id descending
               select new Subscriber(reader, newsletter, subscription, newspaper.Set<Consent>().Where(row => row.SubscriptionId == subscription.Id).OrderByDescending(row => row.Id).FirstOrDefault());
    }
}
