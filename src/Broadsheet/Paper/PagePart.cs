namespace Broadsheet.Paper;

/// <summary>
/// A piece that any template may mention by name (<c>{{ latest }}</c>, <c>{% for story in popular %}</c>) and
/// that a feature offers: <c>services.AddPagePart&lt;LatestPart&gt;()</c>. It is loaded when it is first
/// mentioned and once a page; a page that does not mention it does not pay for it.
/// </summary>
public abstract class PagePart
{
    /// <summary>The name in templates, in snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>A view, a list of views, markup, text or a number; null when there is nothing to show.</summary>
    public abstract ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation);
}

/// <summary>
/// Adds to a page's head, for what only a feature knows (JSON-LD, feeds): <c>services.AddHeadPart&lt;…&gt;()</c>.
/// </summary>
public abstract class HeadPart
{
    /// <summary>Finished HTML, or null. <see cref="PaperPage.Subject"/> says what the page is about.</summary>
    public abstract ValueTask<Views.Markup?> LoadAsync(PaperPage page, CancellationToken cancellation);
}
