using Broadsheet.Editions;
using Broadsheet.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Newsletters;

/// <summary>
/// The signed link by which a reader leaves a newsletter: one for its List-Unsubscribe header and its foot alike. It needs no sign-in and never
/// runs out, since mails are kept for years.
/// </summary>
public sealed class LeavingLinks(IDataProtectionProvider protection, Hosts hosts)
{
    private readonly IDataProtector _signer = protection.CreateProtector("broadsheet.leaving");

    /// <summary>A whole address. GET shows a page; POST, also a mail program's own (RFC 8058), ends the subscription.</summary>
    public string Of(Subscription subscription, Edition edition) => Of(subscription.PublicId, edition);

    /// <summary>For a test or a proof: it looks and answers as any other, and ends nothing.</summary>
    public string OfNobody(Edition edition) => Of(Guid.Empty, edition);

    private string Of(Guid subscription, Edition edition) =>
        hosts.Link(edition.ForPaper().Personal($"/unsubscribe?key={SignedId.Print(_signer, subscription)}"));

    /// <summary>The public id of the subscription; null when we did not sign it.</summary>
    public Guid? Read(string? key) => SignedId.Read(_signer, key);
}
