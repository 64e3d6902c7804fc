using Broadsheet.Sections;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>Who may read it whole; null: as its section says.</summary>
    public Access? Access { get; private set; }

    /// <summary>Until then everybody may, whatever is chosen.</summary>
    public DateTimeOffset? OpenUntil { get; private set; }

    /// <summary>Who may read it whole, but for times at which it is open to all. A story whose section cannot be found is closed.</summary>
    /// <param name="section">Its section.</param>
    public Access AccessIn(Section? section) => SectionId is not null && section is null ? Broadsheet.Sections.Access.Members : Access ?? section?.Access ?? Broadsheet.Sections.Access.Open;

    public void LetIn(Access? access, DateTimeOffset? openUntil)
    {
        (Access, OpenUntil) = (access, openUntil);
        Touch();
    }
}
