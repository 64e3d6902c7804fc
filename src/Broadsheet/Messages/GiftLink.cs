using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Messages;

/// <summary>A suggested amount and the way to give it.</summary>
public sealed class GiftLinkView(string text, string href) : View
{
    /// <summary>As readers write it: "€5".</summary>
    public string Text => text;

    public string Href => href;
}

/// <summary>Ways to /give. A kept page can carry no form that does anything, so each is a plain link; what it says of the place is credited with the gift.</summary>
public static class GiftLink
{
    /// <param name="place">"article", "front", "support", "newsletter"; empty: none of them.</param>
    public static IReadOnlyList<GiftLinkView> Of(SuggestedAmounts amounts, PaperEdition edition, string place, Guid? story = null) => Currency.Find(amounts.Currency) is not { } currency ? [] :
    [
        .. amounts.Minor.Select(minor => new GiftLinkView(currency.Print(minor, edition.Language),
            edition.Personal($"/give?amount={currency.Typed(minor)}{(place.Length == 0 ? "" : $"&place={place}")}{(story is null ? "" : $"&story={story}")}"))),
    ];
}
