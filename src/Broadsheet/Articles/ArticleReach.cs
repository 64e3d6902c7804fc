using Broadsheet.Accounts;

namespace Broadsheet.Articles;

/// <summary>
/// Who may see and who may change a story: the one question of every page, list, search and act, in two forms, for a query
/// and for a story in hand. What readers see needs no question.
/// </summary>
public static class ArticleReach
{
    extension(IQueryable<Article> articles)
    {
        /// <summary>Those that she may read before readers do.</summary>
        public IQueryable<Article> VisibleTo(Staff staff) => staff.May(Permission.ReadAnyArticle) ? articles : articles.EditableBy(staff);

        /// <summary>Those that she may change.</summary>
        public IQueryable<Article> EditableBy(Staff staff)
        {
            if (staff.May(Permission.EditAnyArticle)) return articles;
            var (by, desks) = (OwnAs(staff), DesksWithin(staff));
            return articles.Where(article => article.CreatedBy == by || (article.DeskId != null && desks.Contains(article.DeskId.Value)));
        }
    }

    extension(Article article)
    {
        /// <inheritdoc cref="VisibleTo"/>
        public bool IsVisibleTo(Staff staff) => staff.May(Permission.ReadAnyArticle) || article.MayBeEditedBy(staff);

        /// <inheritdoc cref="EditableBy"/>
        public bool MayBeEditedBy(Staff staff) =>
            staff.May(Permission.EditAnyArticle) || article.CreatedBy == OwnAs(staff) || (article.DeskId is { } desk && DesksWithin(staff).Contains(desk));
    }

    // Nobody's number where there is nothing of one's own: the program's stories carry 0.
    private static long OwnAs(Staff staff) => staff.May(Permission.WriteArticles) && staff.By != 0 ? staff.By : long.MinValue;

    // Her desks' stories: all of them by her role, or those of desks that share them.
    private static List<long> DesksWithin(Staff staff) =>
        [.. staff.Desks.Where(desk => staff.May(Permission.EditDeskArticles) || (desk.SharesStories && staff.May(Permission.WriteArticles))).Select(desk => desk.Id)];
}
