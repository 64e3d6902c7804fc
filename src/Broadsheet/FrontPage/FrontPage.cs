namespace Broadsheet.FrontPage;

/// <summary>An edition's front page as editors have it now. Every arrangement that readers got is kept as a <see cref="FrontPageVersion"/>.</summary>
public sealed class FrontPage(long editionId)
{
    public long Id { get; private set; }
    public long EditionId { get; private set; } = editionId;
    public FrontPageLayout Layout { get; private set; } = FrontPageLayout.Empty;

    /// <summary>Of the version that readers get; 0 while nobody arranged anything.</summary>
    public int Number { get; private set; }

    /// <summary>Changes with every save, so that two editors cannot pass each other unseen.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>The stamp that a form is drawn with. A front page that nobody arranged has no row yet.</summary>
    public static Guid StampOf(FrontPage? page) => page?.Stamp ?? Guid.Empty;

    /// <summary>What editors decided, of a page that may have no row.</summary>
    public static FrontPageLayout LayoutOf(FrontPage? page) => page?.Layout ?? FrontPageLayout.Empty;

    /// <summary>Gives readers another layout, and makes the version that says who did it.</summary>
    public FrontPageVersion Show(FrontPageLayout layout, FrontPageAct act, DateTimeOffset now)
    {
        (Layout, Number, Stamp) = (layout, Number + 1, Guid.CreateVersion7(now));
        return new(EditionId, Number, layout, act, now);
    }
}
