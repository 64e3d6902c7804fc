using Broadsheet.Print;

namespace Broadsheet.Articles.Reading;

/// <summary>What a link to a story shows where it is shared and the story has no photograph: a card with its headline, drawn when somebody asks for it.</summary>
internal static class ShareCard
{
    /// <summary>Follows the address of a story.</summary>
    internal const string Ending = ".share.png";

    /// <summary>Whether there are letters for its headline, and it still stands by it.</summary>
    internal static bool IsFor(Article article) => !article.IsTakenBack && SheetPdf.CanShow(article.Headline);
}
