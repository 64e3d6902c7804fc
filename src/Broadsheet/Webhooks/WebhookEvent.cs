namespace Broadsheet.Webhooks;

/// <summary>What can happen to a story that somebody outside may want to be told.</summary>
public enum WebhookEvent
{
    /// <summary>It went out for the first time, or again after a withdrawal.</summary>
    Published,

    /// <summary>Readers see another version of it.</summary>
    Updated,

    /// <summary>The paper says something about it: a correction, a clarification, or other words of one.</summary>
    Corrected,

    /// <summary>It was taken from the readers, or taken back openly.</summary>
    Withdrawn,
}

public static class WebhookEvents
{
    /// <summary>What is sent when an administrator tries a receiver. Of no story.</summary>
    public const string Test = "test";

    /// <summary>Its name on the wire, which receivers compare: it never changes.</summary>
    public static string Name(this WebhookEvent happened) => happened switch
    {
        WebhookEvent.Published => "article.published",
        WebhookEvent.Updated => "article.updated",
        WebhookEvent.Corrected => "article.corrected",
        _ => "article.withdrawn",
    };
}
