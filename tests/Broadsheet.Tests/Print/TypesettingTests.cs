using Broadsheet.Print;
using Broadsheet.Print.Lines;
using Broadsheet.Print.Pages;

namespace Broadsheet.Tests.Print;

/// <summary>What the eye meets on a line from left to right, letter by letter.</summary>
public sealed class TypesettingTests
{
    [Theory]
    [InlineData("שלום (Dana) עולם", "םלוע (Dana) םולש")]
    [InlineData("סך הכול: $50.00.", ".$50.00 :לוכה ךס")]
    [InlineData("סעיף 46(א)", "(א)46 ףיעס")]
    [InlineData("טלפון: \u2068+1 (603) 555-0147\u2069.", ".+1 (603) 555-0147 :ןופלט")]
    [InlineData("\u200F50.00 \u200F₪", "₪ 50.00")]
    [InlineData("בשנת 2026 ניתנו 1,250.00 דולר", "רלוד 1,250.00 ונתינ 2026 תנשב")]
    [InlineData("رقم \u20682026-000481\u2069", "2026-000481 مقر")]
    [InlineData("في ٢٨ نوفمبر ٢٠٢٦", "٢٠٢٦ ربمفون ٢٨ يف")]
    [InlineData("المجموع: \u2068US$50.00\u2069 (PayPal)", "(PayPal) US$50.00 :عومجملا")]
    public void A_line_from_right_to_left(string text, string seen) => Assert.Equal(seen, Seen(text, isRightToLeft: true));

    [Theory]
    [InlineData("From דנה לוי (Dana Levi), $50.00", "From יול הנד (Dana Levi), $50.00")]
    [InlineData("Gift of \u2068ليلى\u2069 (12)", "Gift of ىليل (12)")]
    public void A_line_from_left_to_right(string text, string seen) => Assert.Equal(seen, Seen(text, isRightToLeft: false));

    [Fact]
    public void Brackets_look_at_what_they_hold_in_either_direction()
    {
        var left = ClustersOf("(a)", false);
        var right = ClustersOf("(א)", true);

        // The bracket that opens in Hebrew is drawn as the one that closes in English.
        Assert.Equal("(", right[^1].Text);
        Assert.Equal(left[^1].Glyphs[0].Id, right[^1].Glyphs[0].Id);
        Assert.Equal(left[0].Glyphs[0].Id, right[0].Glyphs[0].Id);
    }

    [Fact]
    public void Arabic_letters_join_even_where_a_bold_part_begins()
    {
        var alone = ClustersOf("ب", true)[0].Glyphs.Select(glyph => glyph.Id);
        var joined = ClustersOf("بب", true);
        var half = new Typesetter("ar").Set(((SheetText)"ب").Bold("ب"), TextStyle.Body, 400, true)[0].Runs;

        Assert.All(joined, letter => Assert.NotEqual(alone, letter.Glyphs.Select(glyph => glyph.Id)));
        Assert.Equal(joined[^1].Glyphs.Select(glyph => glyph.Id), half[^1].Clusters[0].Glyphs.Select(glyph => glyph.Id));
        Assert.NotEqual(half[0].Face, half[1].Face);
    }

    [Fact]
    public void Lines_are_no_wider_than_the_column_and_lose_no_letter()
    {
        const string text = "Thank you for a gift to https://example.org/a-very-long-address-without-a-space/and-then-some-more_of_it_that_nobody_would_tear and (again) thank you.";
        var lines = new Typesetter("en").Set(text, TextStyle.Body, 130, false);

        Assert.All(lines, line => Assert.True(line.Width <= 130.1, $"{line.Width}"));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines.SelectMany(line => line.Runs).SelectMany(run => run.Clusters).Select(cluster => cluster.Text)).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrow_column_of_Hebrew_reads_line_by_line()
    {
        var lines = new Typesetter("he").Set("תודה רבה על התרומה של 50 דולר", TextStyle.Body, 90, true).Select(Seen).ToArray();

        Assert.True(lines.Length > 1);
        Assert.StartsWith("תודה", string.Concat(lines[0].Reverse()));
        Assert.EndsWith("רלוד", string.Concat(lines[^1][..4]));
    }

    [Theory]
    [InlineData("+1 (603) 555-0147", true, false)]
    [InlineData("$50.00", true, false)]
    [InlineData("Dana Levi (Mrs.)", true, false)]
    [InlineData("Dana Levi (דנה)", true, true)]
    [InlineData("\u200F50.00 \u200F₪", true, true)]
    [InlineData("דנה לוי", false, true)]
    [InlineData("Dana (דנה)", false, false)]
    public void A_value_goes_its_own_way(string value, bool isSheetRightToLeft, bool isRightToLeft) =>
        Assert.Equal(isRightToLeft, ValueDirection.Of(value, isSheetRightToLeft));

    private static string Seen(string text, bool isRightToLeft) => Seen(new Typesetter("he").Set(text, TextStyle.Body, 1000, isRightToLeft).Single());

    /// <summary>Brackets as they are drawn: in a run to the left the mirrored one.</summary>
    private static string Seen(Line line) => string.Concat(line.Runs.SelectMany(run => run.Clusters).Select(cluster => cluster switch
    {
        { IsRightToLeft: true, Text: "(" } => ")",
        { IsRightToLeft: true, Text: ")" } => "(",
        _ => cluster.Text,
    }));

    private static Cluster[] ClustersOf(string text, bool isRightToLeft) =>
        [.. new Typesetter("ar").Set(text, TextStyle.Body, 1000, isRightToLeft)[0].Runs.SelectMany(run => run.Clusters)];
}
