namespace Broadsheet.Articles;

/// <summary>On an endpoint: it refuses whoever acts on a text that she has not seen.</summary>
public sealed record RevisionDemanded;

/// <summary>
/// Every route that changes an article demands the revision that the person who acts has before her
/// (wagtail#12158 is what happens to the one that forgets). A test asks the route table.
/// </summary>
public static class Revisions
{
    /// <summary>Marks an endpoint whose handler checks the revision itself, in the save.</summary>
    public static TBuilder DemandsRevision<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RevisionDemanded());
}
