using Broadsheet.Accounts;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>The desk whose story it is: those who work there may see and edit it, as the desk allows. Null: its writer's alone.</summary>
    [StaysInNewsroom]
    public long? DeskId { get; private set; }

    /// <summary>A story that somebody begins: hers, and her first desk's.</summary>
    public static Article BegunBy(Staff staff, long editionId, DateTimeOffset now) =>
        new(editionId, now) { CreatedBy = staff.By, DeskId = staff.Desks.Count > 0 ? staff.Desks[0].Id : null };

    public void GiveTo(Desk? desk)
    {
        DeskId = desk?.Id;
        Touch();
    }
}
