using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Messages.Choosing;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Messages;

/// <summary>
/// {{ messages }}: all that the paper may ask of readers of this page, of which the browser shows one. Nothing beside what is sensitive or paid for.
/// </summary>
public sealed class MessagesPart(Newspaper newspaper, PlainTexts texts, PreviewedMessage previewed, MachineSettings machine, TimeProvider clock) : PagePart
{
    public override string Name => "messages";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.IsSensitive || page.IsSponsored) return null;

        var isFront = page.Subject is Edition;
        var story = (page.Content as ArticlePageView)?.Article;
        if (!isFront && story is null) return null;

        var shown = previewed.Only is { } only ? [only] : (await newspaper.MessagesShownAsync(page.Edition.Id, clock.GetUtcNow(), cancellation)).Where(row => IsFor(row.Aim) && (row.Words.Ask != MessageAsk.SignUp || machine.Mail.IsOn)).ToList();
        if (shown.Count == 0 || (previewed.Only is null && await newspaper.AreAppealsStoppedAsync(cancellation))) return null;

        var support = (await newspaper.SettingOfAsync<PaperSupport>(page.Edition.Id, cancellation)).Value;
        var first = previewed.Only ?? shown.Find(row => row.IsForEverybody);
        var views = new List<MessageView>();
        foreach (var (place, message) in shown.Index())
        {
            var slot = isFront ? "front" : message.Aim.InStory == StoryPlace.AfterParagraph && message.Aim.Paragraph < story!.Paragraphs ? BlockView.SlotOf(message.Aim.Paragraph) : "end";
            var link = new GiftLink(page.Edition, isFront ? "front" : "article", story is { Id.Length: > 0 } ? Guid.Parse(story.Id) : null, message.PublicId);
            views.Add(new(message, await texts.DrawAsync(message.Words.Body, page.Edition, cancellation), page.Edition,
                new(slot, message == first, place, link, machine.Stripe.IsOn ? message.Words.AmountsIn(support) : SuggestedAmounts.None)));
        }
        // In a preview nothing is chosen, counted or kept.
        var isPreview = previewed.Only is not null || story is { Id.Length: 0 };
        var asksFirst = !isPreview && (await newspaper.SettingAsync<LocalFacts>(cancellation)).Without.Count > 0;
        return new MessagesView(isPreview ? [.. views.Where(view => view.IsFirst)] : views, isPreview) { AsksFirst = asksFirst };

        bool IsFor(MessageAim aim) => isFront ? aim.OnFront
            : aim.InStory != StoryPlace.None && (aim.Sections.Count == 0 || (page.Section is { } section && aim.Sections.Contains(section)));
    }
}

/// <summary>The one message that a page is drawn for, switched on or not: while somebody looks at how it will stand.</summary>
public sealed class PreviewedMessage
{
    public Message? Only { get; set; }
}
