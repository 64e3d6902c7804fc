using System.Globalization;
using System.Xml.Linq;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>The lists of a document: one kind with bullets, one with numbers, and an instance for each that counts anew. Word's "left" is where a line begins, also of one that runs to the left.</summary>
internal sealed class DocxLists
{
    internal const int Levels = 9;

    private const int Bullets = 1, Numbers = 2;
    private const int Step = 360;

    // The first is that of all lists with bullets.
    private readonly List<(int Level, int Start)> _numbered = [];

    /// <summary>The number by which the paragraphs of a list say that they are of it.</summary>
    public int Begin(ListBlock list, int level)
    {
        if (list is not OrderedList numbered) return Bullets;
        _numbered.Add((level, numbered.Start));
        return _numbered.Count + 1;
    }

    /// <summary>In twentieths of a point, from the side where a line begins.</summary>
    public static int IndentOf(int level) => (level + 1) * Step;

    /// <summary>word/numbering.xml</summary>
    public XDocument Numbering() => new(new XElement(W + "numbering", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        Kind(Bullets, level => ("bullet", level % 2 == 0 ? "•" : "–")),
        Kind(Numbers, level => (level % 2 == 0 ? "decimal" : "lowerLetter", string.Create(CultureInfo.InvariantCulture, $"%{level + 1}."))),
        new XElement(W + "num", At("numId", Bullets), Val("abstractNumId", Bullets)),
        _numbered.Select((list, index) => new XElement(W + "num", At("numId", index + 2), Val("abstractNumId", Numbers),
            new XElement(W + "lvlOverride", At("ilvl", list.Level), Val("startOverride", list.Start))))));

    private static XElement Kind(int id, Func<int, (string Format, string Sign)> of) => new(W + "abstractNum", At("abstractNumId", id), Val("multiLevelType", "hybridMultilevel"),
        Enumerable.Range(0, Levels).Select(level => new XElement(W + "lvl", At("ilvl", level), Val("start", 1), Val("numFmt", of(level).Format), Val("lvlText", of(level).Sign), Val("lvlJc", "left"),
            new XElement(W + "pPr", new XElement(W + "ind", At("left", IndentOf(level)), At("hanging", Step))))));
}
