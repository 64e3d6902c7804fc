using Broadsheet.Storage.Changes;

namespace Broadsheet.FrontPage;

/// <summary>What editors decided about an edition's front page; what they did not decide arranges itself.</summary>
public sealed class FrontPage(long editionId) : IShownUntil
{
    public long Id { get; private set; }
    public long EditionId { get; private set; } = editionId;

    /// <summary>The story that leads, whatever is newer.</summary>
    public long? LeadArticleId { get; private set; }

    /// <summary>When the pin ends by itself.</summary>
    public DateTimeOffset? LeadUntil { get; private set; }
    DateTimeOffset? IShownUntil.ShownUntil => LeadUntil;

    /// <summary>Changes with every save, so that two editors cannot pass each other unseen.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>The stamp that a form is drawn with. A front page on which nobody decided anything has no row yet.</summary>
    public static Guid StampOf(FrontPage? page) => page?.Stamp ?? Guid.Empty;

    /// <param name="until">A pin without an end is forgotten, and a front page then stands still: it always has one.</param>
    public void Pin(long article, DateTimeOffset until) => (LeadArticleId, LeadUntil, Stamp) = (article, until, Guid.CreateVersion7());

    public void Unpin() => (LeadArticleId, LeadUntil, Stamp) = (null, null, Guid.CreateVersion7());

    public long? LeadAt(DateTimeOffset now) => now < LeadUntil ? LeadArticleId : null;
}
