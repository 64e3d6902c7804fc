using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Messages.Counting;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>Signing up for newsletters: asked for by anybody, agreed to by the owner of the address.</summary>
public sealed class SignUp(Newspaper newspaper, MailBrakes brakes, Doorsteps doorsteps, Hosts hosts)
{
    /// <summary>Has the mail sent that asks the owner of the address. What holds it back, or null.</summary>
    public async Task<Held?> RequestAsync(AgreedForm form, Edition edition, IPAddress? from, DateTimeOffset now, CancellationToken stop)
    {
        var address = ReaderAddress.Read(form.Address)!;
        if (await brakes.FindAsync(address, from, now, stop) is { } full) return full;

        return await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.SubscriptionRequests.AnyAsync(row => row.PublicId == form.Id, stop)) return null;
            if (await brakes.TakeAsync(address, from, now, stop) is { } held) return held;
            // The same answer, and no mail: who complained about us is not written to because somebody typed her address.
            if (await newspaper.IsSuppressedAsync(address, stop)) return null;

            var key = Secret.New();
            newspaper.SubscriptionRequests.Add(new SubscriptionRequest(form, address, edition.Id, key, now));
            newspaper.Send(address.Typed, "", doorsteps.Say(edition, "mail.confirm.subject"),
                doorsteps.Say(edition, "mail.confirm.text", ("text", form.Text), ("link", hosts.Link(edition.ForPaper().Personal($"/by-mail/confirmation?key={key.Text}")))), now);
            await newspaper.SaveChangesAsync(stop);
            return null;
        }, stop);
    }

    /// <summary>What a link asks about; null when it is none, or spent, or too old.</summary>
    public Task<SubscriptionRequest?> FindAsync(string? key, DateTimeOffset now, CancellationToken stop)
    {
        var hash = Secret.HashOf(key ?? "");
        return newspaper.SubscriptionRequests.AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash && row.UsedAt == null && row.ExpiresAt > now, stop);
    }

    /// <summary>The owner of the address agrees: from here on there is a reader, with her consent. False: somebody used the link already.</summary>
    public Task<bool> ConfirmAsync(SubscriptionRequest request, DateTimeOffset now, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        if (await newspaper.SubscriptionRequests.Where(row => row.Id == request.Id && row.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), stop) == 0) return false;

        var reader = await newspaper.ReaderOfAsync(ReaderAddress.Read(request.TypedAddress)!, request.EditionId, now, stop);
        foreach (var newsletter in request.Newsletters) (await newspaper.SubscriptionOfAsync(reader.Id, newsletter, stop)).Start(new(now, Confirmed.ByMail, request.Page, request.Text));
        await newspaper.SaveChangesAsync(stop);
        await newspaper.NoteSignUpAsync(request.Message, now, stop);
        return true;
    }, stop);
}
