using Broadsheet.Storage.Changes;

namespace Broadsheet.CopyDesk.House;

/// <summary>A person whose name the paper knows: how she is spelt, by which name she is called.</summary>
[StaysInNewsroom]
public sealed class PersonEntry(string name, string family, string role, string wrong)
{
    public long Id { get; private set; }
    public string Name { get; private set; } = name;

    /// <summary>Empty: the last word of her name.</summary>
    public string Family { get; private set; } = family;

    public string Role { get; private set; } = role;

    /// <summary>Spellings that are met and wrong, parted by semicolons.</summary>
    public string Wrong { get; private set; } = wrong;

    public long Revision { get; private set; } = 1;

    public KnownPerson Known => new(Name, Family, Role, Wrong.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public void Change(string name, string family, string role, string wrong) => (Name, Family, Role, Wrong, Revision) = (name, family, role, wrong, Revision + 1);
}
