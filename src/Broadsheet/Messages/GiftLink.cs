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

/// <summary>Ways to /give and /members. A kept page can carry no form that does anything, so each is a plain link; what it says of story, place and message is credited with the gift or the membership.</summary>
/// <param name="Place">"article", "front", "support", "newsletter"; empty: none of them.</param>
public sealed record GiftLink(PaperEdition Edition, string Place, Guid? Story = null, Guid? Message = null)
{
    /// <summary>Where any amount is given.</summary>
    public string ToGive => At("/give");

    /// <summary>Where the paper is joined.</summary>
    public string ToJoin => At("/members");

    public IReadOnlyList<GiftLinkView> Of(SuggestedAmounts amounts) => Currency.Find(amounts.Currency) is not { } currency ? [] :
        [.. amounts.Minor.Select(minor => new GiftLinkView(currency.Print(minor, Edition.Language), At("/give", currency.Typed(minor))))];

    private string At(string path, string amount = "") => Edition.Personal(path + QueryString.Create(new (string Name, string? Value)[]
        { ("amount", amount), ("place", Place), ("story", Story?.ToString()), ("message", Message?.ToString()) }
        .Where(one => one.Value is { Length: > 0 }).Select(one => KeyValuePair.Create(one.Name, one.Value))));
}
