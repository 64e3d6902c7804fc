using MetadataExtractor.Formats.Xmp;

namespace Broadsheet.Pictures.Metadata;

internal sealed class XmpTexts
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public XmpTexts(IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        foreach (var directory in directories.OfType<XmpDirectory>())
            _values.AddRange(directory.GetXmpProperties());
    }

    public string? One(string name) => Many(name) is [var first, ..] ? first : null;

    /// <summary>The items of an array or alternative, "dc:creator[1]", or the one value of a plain property.</summary>
    public IReadOnlyList<string> Many(string name) =>
        [.. _values.Where(value => value.Key == name || IsItem(value.Key, name)).Select(value => MetadataText.Clean(value.Value)).OfType<string>()];

    // Not "dc:description[1]/xml:lang".
    private static bool IsItem(string key, string name) =>
        key.StartsWith(name + "[", StringComparison.Ordinal) && key.IndexOf(']') == key.Length - 1;
}
