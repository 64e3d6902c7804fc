using Broadsheet.Giving;
using Stripe;

namespace Broadsheet.Members.Adoption;

/// <summary>What becomes of a subscription at Stripe when the paper takes over what is there. Its words stand in the strings as adoption.NAME.</summary>
public enum AdoptionVerdict
{
    TakenOver,

    /// <summary>It goes on here already.</summary>
    Known,

    /// <summary>A form of a Broadsheet paper began it: its own events bring it, here or there.</summary>
    Ours,

    Ended,

    /// <summary>Its first payment never succeeded.</summary>
    NeverPaid,

    /// <summary>Neither by the month nor by the year.</summary>
    OtherRhythm,

    /// <summary>Several things are paid for at once.</summary>
    Several,

    /// <summary>No fixed amount.</summary>
    NoAmount,

    /// <summary>Not among the prices and products that were asked for.</summary>
    NotAsked,
}

/// <summary>A subscription at Stripe that may have begun elsewhere.</summary>
/// <param name="Fact">What it would be here; null where it cannot be.</param>
/// <param name="Tier">The membership that it pays for; null: it is a gift.</param>
public sealed record ForeignSeries(Subscription At, AdoptionVerdict Verdict, SeriesFact? Fact, Tier? Tier)
{
    public string Id => At.Id;

    public bool IsTakenOver => Verdict == AdoptionVerdict.TakenOver;

    /// <summary>She cannot sign in to it, and gets no receipt by mail.</summary>
    public bool HasNoAddress => Readers.ReaderAddress.Read(Fact?.From.Address ?? "") is null;
}
