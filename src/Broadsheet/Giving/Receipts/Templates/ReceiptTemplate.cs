using Broadsheet.Print;

namespace Broadsheet.Giving.Receipts.Templates;

/// <summary>What the law of a country has a receipt say, and what must be known before it may say so.</summary>
public abstract record ReceiptTemplate
{
    public static ReceiptTemplate Of(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Us501c3 => new Us501c3(),
        ReceiptKind.UkGiftAid => new UkGiftAid(),
        ReceiptKind.Israel46 => new Israel46(),
        ReceiptKind.Germany => new Germany(),
        _ => new PlainReceipt(),
    };

    /// <summary>The fields of <see cref="EntityDetails"/> that must not be empty, besides the name.</summary>
    public virtual IReadOnlyList<string> Needs => [];

    /// <summary>The country whose law it is; empty: any.</summary>
    public virtual string Country => "";

    /// <summary>The language that the law has it in, whatever the edition's is; empty: the edition's.</summary>
    public virtual string Language => "";

    /// <summary>The theme's words for the sheet's title, and for what the number of registration is called.</summary>
    public virtual string TitleWords => "receipt.title";

    /// <inheritdoc cref="TitleWords"/>
    public virtual string RegistrationWords => "receipt.registration";

    /// <summary>What stands below number, day, giver and amount.</summary>
    public abstract IEnumerable<SheetBlock> Print(Receipt receipt, SheetWords words);
}

/// <summary>Proves a gift, and says that no tax is saved by it.</summary>
public sealed record PlainReceipt : ReceiptTemplate
{
    public override IEnumerable<SheetBlock> Print(Receipt receipt, SheetWords words) => [new SmallPrint(words.Say("receipt.plain"))];
}
