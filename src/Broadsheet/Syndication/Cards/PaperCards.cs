using Broadsheet.Paper;
using Broadsheet.Paper.Assets;
using Broadsheet.Print;
using Broadsheet.Print.Cards;

namespace Broadsheet.Syndication.Cards;

/// <summary>Cards in the paper's colours. A text for which our fonts have no letters is left out: a row of boxes says less.</summary>
internal static class PaperCards
{
    internal static Card CardOf(this PaperLook look, PaperEdition edition, string title, string kicker = "", string foot = "")
    {
        var colours = LookColours.Light(look);
        return new(Shown(edition.Name), Shown(kicker), Shown(title), Shown(foot), edition.Language, edition.Direction == "rtl")
        {
            Paper = $"{colours.Paper}",
            Ink = $"{colours.Ink}",
            Accent = $"{colours.Accent}",
        };
    }

    private static string Shown(string text) => SheetPdf.CanShow(text) ? text : "";
}
