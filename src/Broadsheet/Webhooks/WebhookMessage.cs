using Broadsheet.Storage.Changes;

namespace Broadsheet.Webhooks;

/// <summary>Something that happened, as it is told: written down with the act, in the act's words, and the same to every receiver at every attempt.</summary>
[StaysInNewsroom]
public sealed class WebhookMessage(string type, long storyId, DateTimeOffset occurredAt)
{
    /// <summary>How long a message, what became of it and its log are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public long Id { get; private set; }

    /// <summary>By which a receiver knows a repetition. The scheme's ids have no dot.</summary>
    public string PublicId { get; private set; } = $"msg_{Guid.CreateVersion7(occurredAt):N}";

    /// <summary>Such as <c>article.published</c>.</summary>
    public string Type { get; private set; } = type;

    /// <summary>Inside key; 0: of no story.</summary>
    public long StoryId { get; private set; } = storyId;

    public DateTimeOffset OccurredAt { get; private set; } = occurredAt;

    /// <summary>JSON, byte for byte as it is signed and sent.</summary>
    public string Body { get; internal set; } = "";
}
