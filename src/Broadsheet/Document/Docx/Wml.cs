using System.Globalization;
using System.Xml.Linq;

namespace Broadsheet.Document.Docx;

/// <summary>Names of Office Open XML, and the few pieces that every part is put together from.</summary>
internal static class Wml
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>&lt;w:NAME w:val="…"/&gt;</summary>
    internal static XElement Val(string name, object value) => new(W + name, new XAttribute(W + "val", string.Create(CultureInfo.InvariantCulture, $"{value}")));

    internal static XElement On(string name) => new(W + name);

    internal static XAttribute At(string name, object value) => new(W + name, string.Create(CultureInfo.InvariantCulture, $"{value}"));

    /// <summary>Text without what XML cannot hold: half a pair of surrogates, control characters, non-characters.</summary>
    internal static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or >= ' ' and not (0xFFFE or 0xFFFF or 0xFFFD)));
}
