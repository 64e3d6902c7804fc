using System.Text.Json;
using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks;

/// <summary>Writes messages and who gets them, inside a save that is under way.</summary>
/// <param name="takeBack">How long a first publication can be taken back; nobody outside is told of a story before.</param>
internal sealed class WebhookWriting(Newspaper newspaper, PaperOrigin origin, TimeSpan takeBack, DateTimeOffset now)
{
    public async Task WriteAsync(StoryAct act, CancellationToken stop)
    {
        var receivers = await newspaper.WebhookReceivers.AsNoTracking().Where(row => row.IsOn).ToListAsync(stop);
        if (receivers.Count == 0 || (act.Story ?? await newspaper.Articles.FindAsync([act.Article], stop)) is not { PublishedAt: { } since, SectionId: { } at } story) return;
        var told = receivers.Where(row => row.Wants(act.Happened, story.EditionId, [at, act.LeftSection])).ToList();
        if (told.Count == 0) return;

        var message = new WebhookMessage(act.Happened.Name(), story.Id, now);
        message.Body = JsonSerializer.Serialize(new WebhookBody(message.PublicId, message.Type, WebhookBody.Time(now), await StoryAsync(story, at, stop), act.Correction is { } said ? WebhookCorrection.Of(said) : null), Json.Compact);
        newspaper.WebhookMessages.Add(message);
        var due = since + takeBack;
        newspaper.WebhookDeliveries.AddRange(told.Select(receiver => new WebhookDelivery(receiver.Id, message, due > now ? due : now)));
    }

    /// <summary>What was written of a story that was never out. Nothing of it was sent: all of it waited.</summary>
    public Task ForgetAsync(long story, CancellationToken stop) => newspaper.WebhookMessages.Where(row => row.StoryId == story).ExecuteDeleteAsync(stop);

    private async Task<WebhookStory> StoryAsync(Article story, long section, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == story.EditionId, stop);
        var slug = await newspaper.Sections.AsNoTracking().Where(row => row.Id == section).Select(row => row.Slug).SingleAsync(stop);
        var version = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.Id == story.PublishedVersionId).Select(row => row.Number).SingleAsync(stop);
        // What the law has removed is not told once more.
        var headline = story.Withdrawal is { Kind: WithdrawalKind.Legal } ? "" : story.Headline;
        return new(story.PublicId, origin.Whole(edition.ForPaper().At(PaperOrigin.Path(slug, story.Slug))), headline, edition.Code, slug, version);
    }
}

/// <summary>What is sent, as it stands on the wire: names and meaning only ever grow.</summary>
internal sealed record WebhookBody(string Id, string Type, string Occurred, WebhookStory? Story, WebhookCorrection? Correction = null)
{
    /// <summary>UTC, to the millisecond.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Edition">Its code; empty for the first.</param>
/// <param name="Section">Its slug.</param>
/// <param name="Version">That readers see, or saw last.</param>
internal sealed record WebhookStory(Guid Id, string Address, string Headline, string Edition, string Section, int Version);

internal sealed record WebhookCorrection(Guid Id, CorrectionKind Kind, string Text)
{
    public static WebhookCorrection Of(Correction said) => new(said.PublicId, said.Kind, said.Text);
}
