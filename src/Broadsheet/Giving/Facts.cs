using Broadsheet.Giving.Books;

namespace Broadsheet.Giving;

/// <summary>Who paid, as the payment says.</summary>
/// <param name="Address">As typed; empty when there is none.</param>
/// <param name="Customer">Stripe's <c>cus_…</c>; may be empty.</param>
public sealed record DonorFact(string Address, string Name, string Customer);

/// <summary>A payment that succeeded. Its facts never change.</summary>
/// <param name="Id">Stripe's <c>pi_…</c>, or the charge's where there is none.</param>
/// <param name="Series">The subscription that made it.</param>
/// <param name="Request">The form that led to it.</param>
public sealed record PaymentFact(string Id, Money Given, DateTimeOffset At, DonorFact From, string? Series, Guid? Request);

/// <summary>A subscription as it stood at <paramref name="SeenAt"/>.</summary>
/// <param name="Id">Stripe's <c>sub_…</c>.</param>
public sealed record SeriesFact(
    string Id, Money Amount, Frequency Frequency, RecurringState State, DateTimeOffset StartedAt, DateTimeOffset? NextAt, DateTimeOffset? EndedAt,
    DonorFact From, Guid? Request, DateTimeOffset SeenAt)
{
    /// <summary>How the paper takes it over, where it was begun elsewhere; null: it goes on as it stands here, if it does.</summary>
    public Adoption? Adoption { get; init; }
}

/// <summary>That a member of staff takes a series over that no form of this paper began.</summary>
/// <param name="Edition">In whose name it goes on.</param>
/// <param name="Tier">The membership that it pays for; null: it is a gift.</param>
/// <param name="At">What is paid from then on is a donation here; what was paid before belongs to the books that were kept before.</param>
public sealed record Adoption(long Edition, Guid? Tier, DateTimeOffset At);

/// <summary>What was learned from Stripe. In which order and how often facts arrive makes no difference to what is written.</summary>
public sealed record Facts(IReadOnlyList<SeriesFact> Series, IReadOnlyList<PaymentFact> Payments, IReadOnlyList<Movement> Movements)
{
    public static Facts None { get; } = new([], [], []);

    /// <summary>Both together, each thing once.</summary>
    public Facts With(Facts more) => new(
        [.. Series.Concat(more.Series).GroupBy(one => one.Id).Select(same => same.MaxBy(one => one.SeenAt)!)],
        [.. Payments.Concat(more.Payments).DistinctBy(one => one.Id)],
        [.. Movements.Concat(more.Movements).DistinctBy(one => one.Id)]);
}
