using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Messages;

/// <summary>{{ message }}: what the paper asks its readers. Nothing beside what is sensitive or paid for.</summary>
public sealed class MessagePart(Newspaper newspaper, PlainTexts texts, MachineSettings machine) : PagePart
{
    public override string Name => "message";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.IsSensitive || page.IsSponsored) return null;

        var message = (await newspaper.SettingOfAsync<PaperMessage>(page.Edition.Id, cancellation)).Value;
        return message.IsOn ? new MessageView(message, await texts.DrawAsync(message.Body, page.Edition, cancellation), page.Edition)
        {
            Amounts = machine.Stripe.IsOn ? GiftLink.Of(message.Amounts, page.Edition, page.Subject is Article ? "article" : page.Subject is Edition ? "front" : "", (page.Subject as Article)?.PublicId) : [],
        } : null;
    }
}

public sealed class MessageView(PaperMessage message, Markup body, PaperEdition edition) : View
{
    protected internal override string Source => $"message:{edition.Id}";

    public string Title => message.Title;

    /// <summary>Where readers can give online: what is suggested, each a way to give it. Else empty.</summary>
    public required IReadOnlyList<GiftLinkView> Amounts { get; init; }
    public Markup Body => body;

    /// <summary>Empty: the theme says it.</summary>
    public string Button => message.Button;

    /// <summary>Null: no button.</summary>
    public string? Href => message.Address.Length == 0 ? null : message.Address.StartsWith('/') ? edition.At(message.Address) : message.Address;
}
