using System.Text.Json.Serialization;
using Broadsheet.Giving.Receipts.Templates;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving.Receipts;

/// <summary>The law by which a receipt is worded.</summary>
public enum ReceiptKind
{
    Plain,
    Us501c3,
    UkGiftAid,
    Israel46,
    Germany,
}

/// <summary>All that a receipt says of who gives it out. A receipt keeps its own copy, so that it says in ten years what it said to the giver.</summary>
public sealed record EntityDetails
{
    public ReceiptKind Kind { get; init; }

    /// <summary>As it is registered.</summary>
    public string Name { get; init; } = "";

    /// <summary>Lines of its postal address.</summary>
    public string Address { get; init; } = "";

    /// <summary>ISO 3166: <c>US</c>.</summary>
    public string Country { get; init; } = "";

    /// <summary>EIN, charity number, number of the association or company.</summary>
    public string Registration { get; init; } = "";

    /// <summary>What allows givers to deduct: section 46's approval; in Germany tax office, number and date of the notice of exemption.</summary>
    public string Approval { get; init; } = "";

    /// <summary>What the gifts are used for, in the words of the approval.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Who signs: name and office.</summary>
    public string Signatory { get; init; } = "";

    [JsonIgnore]
    public ReceiptTemplate Template => ReceiptTemplate.Of(Kind);
}

/// <summary>Who gives out receipts: the foundation, company or association behind one or several editions.</summary>
[StaysInNewsroom]
public sealed class LegalEntity
{
    public const int DefaultYears = 10, MostYears = 30;

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public EntityDetails Details { get; private set; } = new();

    /// <summary>How many whole years after the gift's the law has a receipt kept.</summary>
    public int KeepYears { get; private set; } = DefaultYears;

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; }

    /// <summary>How many numbers were ever asked for. Who asks holds this row until she is done, so that numbers have neither gaps nor twins.</summary>
    public long Asked { get; private set; }

    public void Change(EntityDetails details, int keepYears) => (Details, KeepYears, Revision) = (details, keepYears, Revision + 1);
}

/// <summary>For whose readers an entity gives out receipts: an edition has one at most.</summary>
[StaysInNewsroom]
public sealed class EntityEdition(long editionId, long entityId)
{
    public long EditionId { get; private set; } = editionId;
    public long EntityId { get; private set; } = entityId;
}

/// <summary>The last number of an entity and year.</summary>
[StaysInNewsroom]
public sealed class ReceiptCounter(long entityId, int year)
{
    public long EntityId { get; private set; } = entityId;
    public int Year { get; private set; } = year;
    public int Last { get; private set; } = 1;
}
