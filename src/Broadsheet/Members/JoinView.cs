using Broadsheet.Giving;
using Broadsheet.Paper.Views;

namespace Broadsheet.Members;

/// <summary>What memberships an edition offers, for one reader alone.</summary>
public sealed class JoinView : View
{
    /// <summary>The story that she wanted to read; null: none.</summary>
    public string? Story { get; init; }

    /// <summary>The story's page, where its beginning is.</summary>
    public string? StoryHref { get; init; }

    /// <summary>What was wrong, in words; else empty.</summary>
    public string Problem { get; init; } = "";

    public required IReadOnlyList<TierView> Tiers { get; init; }
    public required string Action { get; init; }

    /// <summary>What the form carries along, signed.</summary>
    public required string Form { get; init; }

    /// <summary>Where a member signs in; null when somebody is signed in.</summary>
    public string? SignIn { get; init; }
}

public sealed class TierView(Tier tier, string language, string chosen) : View
{
    public string Name => tier.Name;
    public IReadOnlyList<string> Benefits => tier.Benefits.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>By the month, by the year: as far as it is offered.</summary>
    public IReadOnlyList<TierPriceView> Prices =>
    [
        .. new[] { Frequency.Monthly, Frequency.Yearly }.Where(every => tier.PriceOf(every) is not null)
            .Select(every => new TierPriceView($"{tier.PublicId}/{every}".ToLowerInvariant(), tier.PriceOf(every)!.Value.In(language), every.ToString().ToLowerInvariant(), chosen)),
    ];
}

public sealed class TierPriceView(string value, string amount, string every, string chosen) : View
{
    /// <summary>What the form sends.</summary>
    public string Value => value;

    public string Amount => amount;

    /// <summary>"monthly", "yearly".</summary>
    public string Every => every;

    public bool IsChosen => value == chosen;
}
