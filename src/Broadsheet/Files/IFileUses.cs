using Broadsheet.Accounts;

namespace Broadsheet.Files;

/// <summary>Where a file is handed to readers, or soon would be.</summary>
/// <param name="Name">What the newsroom calls the place.</param>
/// <param name="Href">Where it is edited; empty for who may not know more of it.</param>
public sealed record FileUse(string Name, string Href);

/// <summary>Features in whose texts files stand answer; Files must not know them, or the arrows would run in a circle.</summary>
public interface IFileUses
{
    /// <param name="file">Public id.</param>
    /// <param name="staff">Who is told.</param>
    Task<IReadOnlyList<FileUse>> OfAsync(Guid file, Staff staff, CancellationToken stop);
}
