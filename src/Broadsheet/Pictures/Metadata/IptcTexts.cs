using MetadataExtractor;
using MetadataExtractor.Formats.Iptc;

namespace Broadsheet.Pictures.Metadata;

internal sealed class IptcTexts(IReadOnlyList<IptcDirectory> directories)
{
    public string? One(int tag) => Many(tag) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Many(int tag) =>
        [.. directories.SelectMany(directory => Values(directory.GetObject(tag))).Select(MetadataText.Clean).OfType<string>()];

    private static IEnumerable<string> Values(object? value) => value switch
    {
        StringValue[] many => many.Select(Text),
        StringValue one => [Text(one)],
        string[] many => many,
        string one => [one],
        null => [],
        var other => [other.ToString() ?? ""],
    };

    // The bytes, not the library's reading of them: its guess knows no Windows-1252.
    private static string Text(StringValue value) => MetadataText.Of(value.Bytes);
}
