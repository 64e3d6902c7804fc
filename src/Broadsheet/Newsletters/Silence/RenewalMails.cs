using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Silence;

/// <summary>Writes to a silent reader, once, in her edition's language. Its link is signed, needs no sign-in, and only her mailbox has it.</summary>
public sealed class RenewalMails(Newspaper newspaper, ReaderWords words, Hosts hosts, IDataProtectionProvider protection)
{
    private readonly IDataProtector _signer = protection.CreateProtector("broadsheet.renewal");

    /// <summary>Has her asked. Call it inside WriteAsync; it saves. What stood of an earlier year's question goes.</summary>
    public async Task AskAsync(Reader reader, DateTimeOffset now, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == reader.EditionId, stop);
        var paper = edition.ForPaper();
        await newspaper.Renewals.Where(row => row.ReaderId == reader.Id).ExecuteDeleteAsync(stop);
        var names = await newspaper.NamesOfAsync(newspaper.Subscriptions.Where(row => row.ReaderId == reader.Id && row.EndedAt == null), stop);
        var mail = Guid.CreateVersion7(now);
        var renewal = new Renewal(reader.Id, mail, now);
        var text = words.Say(paper, "mail.renew.text", ("newsletters", string.Join(words.Say(paper, "list.comma"), names)), ("days", (int)Renewal.Patience.TotalDays), ("link", LinkOf(renewal, paper)));
        newspaper.OutgoingMails.Add(new OutgoingMail(reader.TypedAddress, reader.Name, words.Say(paper, "mail.renew.subject"), $"{text}\n\n-- \n{await newspaper.PostalAddressAsync(edition.Id, stop)}\n", now) { PublicId = mail });
        newspaper.Renewals.Add(renewal);
        await newspaper.SaveChangesAsync(stop);
    }

    /// <summary>What a link names; null when we did not sign it.</summary>
    public Guid? Read(string? key) => SignedId.Read(_signer, key);

    private string LinkOf(Renewal renewal, PaperEdition paper) => hosts.Link(paper.Personal($"/by-mail/renewal?key={SignedId.Print(_signer, renewal.PublicId)}"));
}

internal static class NamesOfSubscriptions
{
    extension(Newspaper newspaper)
    {
        /// <summary>The names of the newsletters, the first offered first.</summary>
        internal Task<List<string>> NamesOfAsync(IQueryable<Subscription> subscriptions, CancellationToken stop) => newspaper.Newsletters.Where(row => subscriptions.Any(one => one.NewsletterId == row.Id))
            .OrderBy(row => row.EditionId).ThenBy(row => row.Position).Select(row => row.Name).ToListAsync(stop);
    }
}
