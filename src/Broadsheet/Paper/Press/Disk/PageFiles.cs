using System.Security.Cryptography;
using System.Text;
using Broadsheet.Machine;

namespace Broadsheet.Paper.Press.Disk;

/// <summary>
/// Made pages in the data folder, within a bound: what memory had no room for, and what a restart would have to make again. A page lies
/// under the hash of its name; those that were written longest ago leave first.
/// </summary>
public sealed class PageFiles
{
    // So that not each page that is written beyond the bound makes us look at all of them.
    private const double KeptOfBound = 0.9;

    private readonly string _folder;
    private readonly long _bound;
    private readonly Lock _writing = new();
    private long _size = -1;

    public PageFiles(MachineSettings machine) => (_folder, _bound) = (Path.Combine(machine.Data, "pages"), machine.Press.DiskMegabytes * 1024L * 1024);

    internal bool IsOn => _bound > 0;

    /// <summary>How many are there.</summary>
    public int Count => All().Count();

    internal string WantedFile => Path.Combine(_folder, "wanted");

    internal PageFile? Find(string name)
    {
        if (!IsOn) return null;

        // Another name of the same hash is somebody else's page.
        return Read(PathOf(name)) is { } file && file.Page.Name == name ? file : null;
    }

    internal void Write(PageFile file)
    {
        var (path, bytes) = (PathOf(file.Page.Name), file.ToBytes());
        lock (_writing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (_size < 0) _size = All().Sum(one => one.Length);
            var before = new FileInfo(path) is { Exists: true } there ? there.Length : 0;
            // Whole or not at all: another node may read it meanwhile.
            File.WriteAllBytes(path + ".new", bytes);
            File.Move(path + ".new", path, overwrite: true);
            _size += bytes.Length - before;
            if (_size > _bound) MakeRoom();
        }
    }

    internal void Drop(string name)
    {
        if (IsOn) Remove(PathOf(name));
    }

    /// <summary>Removes every page that is not as a fresh one would be. A story that was taken down must not lie here for ever.</summary>
    internal async Task SweepAsync(Func<PageFile, Task<bool>> isTrue, CancellationToken stop)
    {
        foreach (var file in All())
        {
            if (stop.IsCancellationRequested) return;
            if (Read(file.FullName) is not { } page || !await isTrue(page)) Remove(file.FullName);
        }
    }

    private static PageFile? Read(string path)
    {
        try
        {
            return PageFile.Of(File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Remove(string path)
    {
        lock (_writing)
        {
            if (new FileInfo(path) is not { Exists: true } there) return;

            if (_size >= 0) _size -= there.Length;
            there.Delete();
        }
    }

    private void MakeRoom()
    {
        foreach (var file in All().OrderBy(file => file.LastWriteTimeUtc).ToList())
        {
            if (_size <= _bound * KeptOfBound) return;
            _size -= file.Length;
            file.Delete();
        }
    }

    private IEnumerable<FileInfo> All() => new DirectoryInfo(_folder) is { Exists: true } folder ? folder.EnumerateFiles("*.page", SearchOption.AllDirectories) : [];

    private string PathOf(string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        return Path.Combine(_folder, hash[..2], $"{hash[2..]}.page");
    }
}
