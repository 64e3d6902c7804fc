using Broadsheet.Storage.Changes;

namespace Broadsheet.Readers;

/// <summary>
/// Somebody outside the newsroom who proved that an address is hers. She has nothing to do with accounts of staff, also where the address
/// is the same. What she subscribes to, gives and belongs to stands in other features' rows, which name her by id.
/// </summary>
[StaysInNewsroom]
public sealed class Reader
{
    public Reader(ReaderAddress address, long editionId, DateTimeOffset now)
    {
        (Address, TypedAddress) = (address.Normal, address.Typed);
        EditionId = editionId;
        CreatedAt = now;
    }

    private Reader() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>In its normal form; unique.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where mail goes.</summary>
    public string TypedAddress { get; private set; } = "";

    /// <summary>May be empty: nobody is asked for it.</summary>
    public string Name { get; set; } = "";

    /// <summary>In whose language the paper speaks to her.</summary>
    public long EditionId { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When she was last known to be signed in; null: never. Her sessions say where, and go after two months.</summary>
    public DateTimeOffset? SeenAt { get; private set; }
}
