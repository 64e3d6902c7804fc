using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Newsletters;

/// <summary>A newsletter that readers can sign up for.</summary>
public sealed class NewsletterView(Newsletter newsletter, bool isTicked, PaperEdition edition) : View
{
    protected internal override string Source => $"newsletter:{newsletter.Id}";

    /// <summary>What a form calls it.</summary>
    public string Id => newsletter.PublicId.ToString();

    public string Name => newsletter.Name;
    public string Description => newsletter.Description;

    /// <summary>Its own page, with what it sent.</summary>
    public string Href => edition.At($"/newsletters/{newsletter.Slug}");

    /// <summary>Whether its box is ticked to begin with.</summary>
    public bool IsTicked => isTicked;
}

/// <summary>The page of all of an edition's newsletters, with one form.</summary>
public sealed class NewslettersPageView(IReadOnlyList<NewsletterView> list) : View
{
    public IReadOnlyList<NewsletterView> List => list;

    /// <summary>What was typed, where the form comes back.</summary>
    public string Address { get; init; } = "";

    /// <summary>Why it came back.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Where it was filled in first; empty: here.</summary>
    public string Page { get; init; } = "";
}
