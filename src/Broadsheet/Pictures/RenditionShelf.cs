using System.Collections.Concurrent;
using Broadsheet.Pictures.Decoding;
using Broadsheet.Storage;

namespace Broadsheet.Pictures;

/// <summary>
/// Renditions on the disk, outside the backup since each can be made again. Each is made once, however many ask
/// at the same time, and appears under its name only when it is whole.
/// </summary>
public sealed class RenditionShelf(string folder, FileStore files, PictureDecoder decoder)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _making = new();

    /// <summary>The file of a rendition, or null when it has not been made. <paramref name="key"/> comes from an address.</summary>
    public string? Find(string key, Rendition rendition) =>
        IsKey(key) && PathOf(key, rendition) is var path && File.Exists(path) ? path : null;

    /// <exception cref="PictureRefusedException">The original cannot be decoded any more.</exception>
    public async Task<string> FindOrMakeAsync(Picture picture, Rendition rendition)
    {
        var path = PathOf(picture.Key, rendition);
        if (!File.Exists(path)) await OnceAsync(path, () => MakeAsync(picture, [rendition], CancellationToken.None));
        return path;
    }

    /// <summary>Makes what most pages will ask for, in one decoding: the whole picture and the card's shape in every width and format.</summary>
    public Task MakeCommonAsync(Picture picture, CancellationToken stop = default) =>
        OnceAsync($"{picture.Key}/common", () => MakeAsync(picture, [.. Common(picture).Where(rendition => Find(picture.Key, rendition) is null)], stop));

    /// <summary>Puts a rendition that the first look at an upload made on the shelf.</summary>
    internal void Take(string file, string key, Rendition rendition)
    {
        var path = PathOf(key, rendition);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(file, path, overwrite: true);
    }

    internal string NewPart()
    {
        var parts = Path.Combine(folder, "parts");
        Directory.CreateDirectory(parts);
        return Path.Combine(parts, Path.GetRandomFileName());
    }

    /// <summary>Throws away everything made of a picture.</summary>
    public void Clear(string key)
    {
        var shelf = FolderOf(key);
        if (Directory.Exists(shelf)) Directory.Delete(shelf, recursive: true);
    }

    internal static RenditionOrder Order(string file, Rendition rendition) =>
        new(file, rendition.Format, rendition.Width, rendition.Shape.IsWhole ? null : rendition.Shape.Ratio, rendition.FocalX, rendition.FocalY);

    private static IEnumerable<Rendition> Common(Picture picture) =>
        from shape in new[] { RenditionShape.Whole, RenditionShape.ThreeToTwo }
        from width in shape.WidthsFor(picture)
        where width <= (shape.IsWhole ? 1920 : 960)
        from format in RenditionFormats.All
        select shape.IsWhole ? new Rendition(shape, 50, 50, width, format) : new Rendition(shape, picture.FocalX, picture.FocalY, width, format);

    // The making is nobody's request: who asked first may go away while others wait.
    private async Task OnceAsync(string what, Func<Task> make)
    {
        var making = _making.GetOrAdd(what, _ => new Lazy<Task>(make));
        try
        {
            await making.Value;
        }
        finally
        {
            _making.TryRemove(new(what, making));
        }
    }

    private async Task MakeAsync(Picture picture, IReadOnlyList<Rendition> renditions, CancellationToken stop)
    {
        if (renditions.Count == 0) return;
        var parts = renditions.ToDictionary(rendition => rendition, _ => NewPart());
        try
        {
            await decoder.MakeAsync(files.PathOf(picture.FileHash), picture.Format, [.. parts.Select(part => Order(part.Value, part.Key))], stop);
            foreach (var (rendition, part) in parts) Take(part, picture.Key, rendition);
        }
        finally
        {
            foreach (var part in parts.Values) File.Delete(part);
        }
    }

    private string PathOf(string key, Rendition rendition) => Path.Combine(FolderOf(key), rendition.Name);

    private string FolderOf(string key) => Path.Combine(folder, key[..2], key);

    private static bool IsKey(string key) => key.Length == 16 && key.All(char.IsAsciiHexDigitLower);
}
