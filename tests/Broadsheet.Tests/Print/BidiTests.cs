using System.Globalization;
using Broadsheet.Print.Bidi;

namespace Broadsheet.Tests.Print;

/// <summary>Unicode's own tests of the bidirectional algorithm, from Debian's unicode-data.</summary>
public sealed class BidiTests
{
    private const string Data = "/usr/share/unicode/";

    [Fact]
    public void Every_sentence_of_Unicodes_character_test_has_its_levels_and_its_order()
    {
        var checkedLines = 0;
        foreach (var line in LinesOf("BidiCharacterTest.txt"))
        {
            var fields = line.Split(';');
            var characters = fields[0].Split(' ').Select(Hex).ToArray();
            var levels = fields[3].Split(' ');
            AssertLine(line, characters, fields[1] switch { "0" => false, "1" => true, _ => null }, levels, fields[4]);
            checkedLines++;
        }

        Assert.True(checkedLines > 90_000);
    }

    [Fact]
    public void Every_sequence_of_classes_of_Unicodes_second_test_has_its_levels_and_its_order()
    {
        var one = Enum.GetNames<BidiClass>().ToDictionary(name => name, name => Enumerable.Range(0, 0xFFFF).First(c => BidiData.ClassOf(c) == Enum.Parse<BidiClass>(name) && c is not ('(' or ')')));
        var (levels, order, checkedLines) = (Array.Empty<string>(), "", 0);
        foreach (var line in LinesOf("BidiTest.txt"))
        {
            if (line.StartsWith("@Levels:", StringComparison.Ordinal)) levels = line[8..].Trim().Split(' ');
            else if (line.StartsWith("@Reorder:", StringComparison.Ordinal)) order = line[9..].Trim();
            if (line[0] == '@') continue;

            var fields = line.Split(';');
            var characters = fields[0].Split(' ').Select(name => one[name]).ToArray();
            var directions = int.Parse(fields[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if ((directions & 1) != 0) AssertLine(line, characters, null, levels, order);
            if ((directions & 2) != 0) AssertLine(line, characters, false, levels, order);
            if ((directions & 4) != 0) AssertLine(line, characters, true, levels, order);
            checkedLines++;
        }

        Assert.True(checkedLines > 400_000);
    }

    [Fact]
    public void Our_table_of_classes_is_Unicodes()
    {
        foreach (var line in LinesOf("extracted/DerivedBidiClass.txt"))
        {
            var fields = line.Split('#')[0].Split(';');
            var ends = fields[0].Trim().Split("..");
            for (var c = Hex(ends[0]); c <= Hex(ends[^1]); c++)
            {
                if (fields[1].Trim() != BidiData.ClassOf(c).ToString()) Assert.Fail($"{c:X}: {fields[1]}, not {BidiData.ClassOf(c)}");
            }
        }
    }

    private static void AssertLine(string line, int[] characters, bool? isRightToLeft, string[] expected, string order)
    {
        var text = string.Concat(characters.Select(char.ConvertFromUtf32));
        var levels = new BidiText(text, isRightToLeft).LevelsOf(0, text.Length);
        var at = 0;
        var kept = new List<byte>();
        var indexes = new List<int>();
        for (var i = 0; i < characters.Length; at += char.ConvertFromUtf32(characters[i++]).Length)
        {
            if (expected[i] == "x") continue;

            if (levels[at].ToString(CultureInfo.InvariantCulture) != expected[i]) Assert.Fail($"{line}: {isRightToLeft}, place {i} has level {levels[at]}");
            kept.Add(levels[at]);
            indexes.Add(i);
        }

        Assert.Equal(order, string.Join(' ', BidiText.VisualOrder(kept).Select(place => indexes[place])));
    }

    private static IEnumerable<string> LinesOf(string file)
    {
        if (!File.Exists(Data + file)) Assert.Skip("Unicode's tests are not here: apt-get install unicode-data.");

        return File.ReadLines(Data + file).Where(line => line.Length > 0 && line[0] != '#');
    }

    private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
