using Broadsheet.Messages;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Giving;

/// <summary>The page on which somebody says what she gives, made for her alone.</summary>
public sealed class GiveView(GivingForm form, GivingTerms terms, SuggestedAmounts suggested, Currency currency, PaperEdition edition) : View
{
    public required string Action { get; init; }

    /// <summary>What the form carries along, signed.</summary>
    public required string Form { get; init; }

    /// <summary>What was wrong, in words; else empty.</summary>
    public string Problem { get; init; } = "";

    public IReadOnlyList<GiveAmountView> Amounts =>
    [
        .. suggested.Minor.Select(minor => new GiveAmountView(currency.Typed(minor), currency.Print(minor, edition.Language), currency.Typed(minor) == form.Amount)),
    ];

    /// <summary>Whether none of the suggested amounts is chosen.</summary>
    public bool IsOther => !suggested.Minor.Any(minor => currency.Typed(minor) == form.Amount);

    public string Typed => IsOther && form.Amount is not (GivingForm.Other or "") ? form.Amount : form.Typed;

    /// <summary>What stands beside the field of an amount of her own.</summary>
    public string Currency => currency.Code;

    /// <summary>The smallest gift, as it is printed.</summary>
    public string Least => currency.Print(Smallest(terms, suggested), edition.Language);

    public string Every => form.Frequency.ToString().ToLowerInvariant();
    public bool TakesMonthly => terms.TakesMonthly;
    public bool TakesYearly => terms.TakesYearly;
    public bool AsksForFee => terms.AsksForFee;
    public bool CoversFee => form.CoversFee;

    /// <summary>What Stripe keeps: "2.9 % + $0.30".</summary>
    public string Fee => $"{(terms.FeeBasisPoints / 100m).ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo(edition.Language))}\u00A0%{(terms.FeeMinor == 0 ? "" : $" + {currency.Print(terms.FeeMinor, edition.Language)}")}";

    /// <summary>What a UK charity's giver is asked; null: nothing.</summary>
    public GiftAidView? GiftAid { get; init; }

    public string Name => form.PublicName;
    public string Note => form.Note;
    public string Dedication => form.Dedication;
    public string Story => form.Story;
    public string Place => form.Place;

    /// <summary>The message whose button led here; may be empty.</summary>
    public string Message => form.Message;

    /// <summary>What paper.js filled in of messages that are compared; may be empty.</summary>
    public string Arms => form.Arms;

    internal static long Smallest(GivingTerms terms, SuggestedAmounts suggested) => terms.LeastMinor > 0 ? terms.LeastMinor : suggested.Minor.Count > 0 ? suggested.Minor.Min() : 1;
}

/// <summary>A suggested amount.</summary>
public sealed class GiveAmountView(string value, string text, bool isChosen) : View
{
    /// <summary>In whole units, digits and a point.</summary>
    public string Value => value;

    /// <summary>As readers write it.</summary>
    public string Text => text;

    public bool IsChosen => isChosen;
}
