using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Paper.Views;

namespace Broadsheet.Giving;

/// <summary>What a giver to a UK charity is asked for its tax to be reclaimed.</summary>
public sealed class GiftAidView(GivingForm form, string charity, string statement) : View
{
    /// <summary>The charity's registered name.</summary>
    public string Charity => charity;

    /// <summary>What she declares, in the words that are kept.</summary>
    public string Statement => statement;

    public bool IsTicked => form.IsGiftAid;
    public string Name => form.AidName;
    public string Home => form.AidHome;
}

/// <summary>A declaration on its giver's own page.</summary>
public sealed class DeclarationView(GiftAidDeclaration row, string charity) : View
{
    public string Charity => charity;
    public DateTimeOffset Declared => row.DeclaredAt;
    public string Name => row.Name;
    public string Home => row.Home;
}
