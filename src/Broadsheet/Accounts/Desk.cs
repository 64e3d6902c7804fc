using Broadsheet.Storage.Changes;

namespace Broadsheet.Accounts;

/// <summary>Who works together, and on which sections. Its page is in the feature Desks; who asks must be known by her desks at the gate.</summary>
[StaysInNewsroom]
public sealed class Desk(string name)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = name;

    /// <summary>Whether those who work here see and edit each other's stories.</summary>
    public bool SharesStories { get; private set; } = true;

    public ICollection<DeskMember> Members { get; private set; } = [];
    public ICollection<DeskSection> Sections { get; private set; } = [];

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public void Change(string name, bool sharesStories, IReadOnlyCollection<long> members, IReadOnlyCollection<long> sections)
    {
        (Name, SharesStories, Revision) = (name, sharesStories, Revision + 1);
        foreach (var gone in Members.Where(row => !members.Contains(row.MemberId)).ToList()) Members.Remove(gone);
        foreach (var id in members.Except([.. Members.Select(row => row.MemberId)])) Members.Add(new DeskMember(id));
        foreach (var gone in Sections.Where(row => !sections.Contains(row.SectionId)).ToList()) Sections.Remove(gone);
        foreach (var id in sections.Except([.. Sections.Select(row => row.SectionId)])) Sections.Add(new DeskSection(id));
    }
}

/// <summary>Somebody who works at a desk.</summary>
[StaysInNewsroom]
public sealed class DeskMember(long memberId)
{
    public long DeskId { get; private set; }
    public long MemberId { get; private set; } = memberId;
}

/// <summary>A section of which a desk is in charge. A section may be several desks'.</summary>
[StaysInNewsroom]
public sealed class DeskSection(long sectionId)
{
    public long DeskId { get; private set; }
    public long SectionId { get; private set; } = sectionId;
}

/// <summary>A desk as the gate knows it: of somebody who works there.</summary>
public sealed record StaffDesk(long Id, string Name, bool SharesStories, IReadOnlyList<long> Sections);
