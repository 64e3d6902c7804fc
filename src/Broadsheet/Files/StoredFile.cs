using System.Globalization;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Files;

/// <summary>A document or a recording that stories hand to readers, kept byte for byte.</summary>
public sealed class StoredFile(string fileHash, FileKind kind, long length, string fileName, DateTimeOffset uploadedAt, long uploadedBy)
{
    public const long MostBytes = 200_000_000;

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public string FileHash { get; private set; } = fileHash;

    /// <summary>What the content is, not what the name says.</summary>
    public FileKind Kind { get; private set; } = kind;

    public long Length { get; private set; } = length;

    /// <summary>As uploaded, with the ending that its content deserves.</summary>
    public string FileName { get; private set; } = NameOf(Path.GetFileNameWithoutExtension(fileName), kind);

    /// <summary>What the picker searches in: the name in small letters.</summary>
    public string SearchText { get; private set; } = fileName.ToLowerInvariant();

    public DateTimeOffset UploadedAt { get; private set; } = uploadedAt;
    public long UploadedBy { get; private set; } = uploadedBy;

    /// <summary>Takes another name, with or without its ending. Whoever has the old address is led on.</summary>
    public void Rename(string name)
    {
        var plain = Path.GetFileName(name.Trim().Replace('\\', '/'));
        var ending = $".{Kind.Extension()}";
        FileName = NameOf(plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? plain[..^ending.Length] : plain, Kind);
        SearchText = FileName.ToLowerInvariant();
    }

    private static string NameOf(string name, FileKind kind) => $"{name}.{kind.Extension()}";

    public string Title => Path.GetFileNameWithoutExtension(FileName);

    public string Url => $"/files/{PublicId}/{Uri.EscapeDataString(FileName)}";

    /// <summary>What to know before taking it home: "PDF, 2.3 MB".</summary>
    public string Details => string.Create(CultureInfo.InvariantCulture, $"{Kind.Label()}, {Math.Max(0.1, Length / 1e6):0.0} MB");

    /// <summary>For a document's renderer.</summary>
    public FilePart ToPart() => new(Url, Title, Details, IsAudio: Kind.IsAudio());
}
