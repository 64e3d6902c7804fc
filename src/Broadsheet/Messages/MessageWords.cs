using Broadsheet.Document;

namespace Broadsheet.Messages;

/// <summary>What a message asks for.</summary>
public enum MessageAsk
{
    /// <summary>Amounts to give, and a button.</summary>
    Gift,

    /// <summary>An address for the edition's first newsletter.</summary>
    SignUp,

    /// <summary>Nothing but a press of its button.</summary>
    Nothing,
}

/// <summary>What a message says.</summary>
public sealed record MessageWords
{
    /// <summary>A headline over the text. May be empty.</summary>
    public string Title { get; init; } = "";

    public DraftDocument Body { get; init; } = DraftDocument.Empty;
    public MessageAsk Ask { get; init; }

    /// <summary>The words on the button. Empty: the theme's own.</summary>
    public string Button { get; init; } = "";

    /// <summary>Where the button leads: a path of the edition, or a whole address. Empty: there is no button.</summary>
    public string Address { get; init; } = "/give";

    /// <summary>Amounts of its own, in the edition's currency of the time. None: what the support page suggests.</summary>
    public SuggestedAmounts Amounts { get; init; } = SuggestedAmounts.None;

    /// <summary>Where the button of a message leads, from the place that the link names; null: there is none.</summary>
    public string? Way(GiftLink link, Guid message) => Address switch
    {
        "" => null,
        "/give" => link.ToGive,
        "/members" => link.ToJoin,
        // The kept page has no query; what a script finds behind the # it hands on to whatever is pressed there.
        "/support" => $"{link.Edition.At("/support")}#m={message}",
        ['/', ..] => link.Edition.At(Address),
        _ => Address,
    };

    /// <summary>What it suggests to give now. A currency that the edition has left behind is none to ask for.</summary>
    public SuggestedAmounts AmountsIn(PaperSupport support) =>
        Ask != MessageAsk.Gift ? SuggestedAmounts.None : Amounts.Minor.Count > 0 && Amounts.Currency == support.Amounts.Currency ? Amounts : support.Amounts;
}
