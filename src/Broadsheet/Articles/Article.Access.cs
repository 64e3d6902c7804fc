using Broadsheet.Sections;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>Who may read it whole; null: as its section says.</summary>
    public Access? Access { get; private set; }

    /// <summary>Until then everybody may, whatever is chosen.</summary>
    public DateTimeOffset? OpenUntil { get; private set; }

    public void LetIn(Access? access, DateTimeOffset? openUntil)
    {
        (Access, OpenUntil) = (access, openUntil);
        Touch();
    }
}
