using Broadsheet.Readers;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving;

/// <summary>
/// Somebody who gave. Her address is as she or the desk wrote it and not proved; who signs in as the reader of that address has proved it,
/// and sees what was given. Erased, the row stays without a name, so that the books still say who gave twice.
/// </summary>
[StaysInNewsroom]
public sealed class Donor
{
    public Donor(ReaderAddress? address, string name, long editionId, DateTimeOffset now)
    {
        (Address, TypedAddress) = (address?.Normal, address?.Typed ?? "");
        Name = name;
        EditionId = editionId;
        CreatedAt = now;
    }

    private Donor() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>In its normal form, unique; null where none is known, or no longer.</summary>
    public string? Address { get; private set; }

    /// <summary>Where receipts go; empty where none is known.</summary>
    public string TypedAddress { get; private set; } = "";

    /// <summary>May be empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>In whose language the paper thanks her.</summary>
    public long EditionId { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }

    public void Erase(DateTimeOffset now)
    {
        (Address, TypedAddress, Name) = (null, "", "");
        ErasedAt = now;
    }
}
