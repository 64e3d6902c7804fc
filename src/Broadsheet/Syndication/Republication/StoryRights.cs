using Broadsheet.Articles;
using Broadsheet.Sections;

namespace Broadsheet.Syndication.Republication;

/// <summary>What of a story is the paper's to give away.</summary>
internal static class StoryRights
{
    /// <summary>Whether others may print it: written here, told to nobody that it stays here, paid for by nobody, and open to all.</summary>
    public static bool MayBeRepublished(Article article, Access access) =>
        access == Access.Open
        && article.Kind is not (ArticleKind.Sponsored or ArticleKind.PressRelease or ArticleKind.Letter)
        && (article.Source is null or { Kind: ArticleSourceKind.Own, CanonicalUrl: "" })
        && article.Source?.Withheld.Contains(Channel.Republish) != true
        && article.Withdrawal is null
        // What may be shown for a time only cannot be called back from others.
        && article.RightsEnd is null;

    /// <summary>Whether a picture goes along: made in the house or nobody's, and with no word against it.</summary>
    public static bool MayBeRepublished(Pictures.Picture picture) =>
        !picture.IsNotForRepublication && picture.RightsEnd is null && (picture.Credit.Kind is Pictures.CreditKind.Staff or Pictures.CreditKind.OwnGraphic or Pictures.CreditKind.PublicDomain);
}
