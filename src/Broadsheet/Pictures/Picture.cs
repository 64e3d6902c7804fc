using Broadsheet.Pictures.Metadata;

namespace Broadsheet.Pictures;

/// <summary>A picture in the newsroom's library: the original's bytes by their hash, and what is known about it.</summary>
public sealed partial class Picture
{
    public Picture(string fileHash, PictureFormat format, long fileLength, string fileName, int width, int height, bool isTransparent, DateTimeOffset uploadedAt, long uploadedBy)
    {
        (FileHash, Format, FileLength, FileName) = (fileHash, format, fileLength, fileName);
        (Width, Height, IsTransparent) = (width, height, isTransparent);
        (UploadedAt, UploadedBy) = (uploadedAt, uploadedBy);
        Key = fileHash[..16];
        Remember();
    }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>Changes with every save, so that two people cannot overwrite each other unawares.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the original, which is kept byte for byte.</summary>
    public string FileHash { get; private set; }

    /// <summary>The first sixteen digits of <see cref="FileHash"/>: the picture's name in its addresses.</summary>
    public string Key { get; private set; }

    public PictureFormat Format { get; private set; }
    public long FileLength { get; private set; }
    public string FileName { get; private set; }

    /// <summary>Size as seen: after the turn that the camera noted.</summary>
    public int Width { get; private set; }
    public int Height { get; private set; }
    public bool IsTransparent { get; private set; }

    public string Headline { get; set; } = "";
    public string Caption { get; set; } = "";
    public string AltText { get; set; } = "";
    public string Copyright { get; set; } = "";
    public string Place { get; set; } = "";
    public IReadOnlyList<string> Keywords { get; set; } = [];

    /// <summary>The day at the place where it was taken.</summary>
    public DateOnly? TakenOn { get; set; }

    /// <summary>Whether the original tells where exactly: a warning for who hands it on. Renditions never do.</summary>
    public bool HasCoordinates { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }
    public long UploadedBy { get; private set; }

    /// <summary>What the list is searched in, in small letters.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Fills in what the file says about itself, for an editor to check.</summary>
    public void Describe(PictureMetadata metadata)
    {
        Headline = metadata.Headline ?? "";
        Caption = metadata.Caption ?? "";
        AltText = metadata.AltText ?? "";
        Credit = Credit.From(metadata);
        Copyright = metadata.Copyright ?? "";
        Place = metadata.Place ?? "";
        Keywords = metadata.Keywords;
        TakenOn = metadata.TakenOn;
        HasCoordinates = metadata.HasCoordinates;
        Remember();
    }

    /// <summary>Whether this shows another year than the story tells of, which readers are told: a file photo.</summary>
    public bool IsFromAnotherYearThan(DateTimeOffset published) => TakenOn is { } day && day.Year != published.Year;

    /// <summary>To be called after every change: search and the guard against overwriting rest on it.</summary>
    public void Remember()
    {
        Stamp = Guid.CreateVersion7();
        RememberHands();
        SearchText = string.Join('\n', [Headline, Caption, AltText, Credit.Print(), Copyright, Place, FileName, Licence, .. Keywords]).ToLowerInvariant();
    }
}
