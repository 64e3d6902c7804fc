using Broadsheet.Document;
using Broadsheet.Document.Comparing;
using CsCheck;

namespace Broadsheet.Tests.Document;

/// <summary>Two documents beside each other, and three brought into one.</summary>
public sealed class ComparingTests
{
    [Theory]
    [InlineData("The wall fell at noon.", "The wall fell at dawn.", "The wall fell at [-noon][+dawn].")]
    [InlineData("It cost 1,200.50 dollars", "It cost 1,300.50 dollars", "It cost [-1,200.50][+1,300.50] dollars")]
    [InlineData("five men swam", "six women swam", "[-five men][+six women] swam")]
    [InlineData("ראש העיר אמר אתמול", "ראש הממשלה אמר אתמול", "ראש [-העיר][+הממשלה] אמר אתמול")]
    [InlineData("قال رئيس البلدية ٥ مرات", "قال رئيس البلدية ٧ مرات", "قال رئيس البلدية [-٥][+٧] مرات")]
    [InlineData("a 🌊 b", "a 🌊 c", "a 🌊 [-b][+c]")]
    [InlineData("", "all new", "[+all new]")]
    public void Words_are_compared(string before, string after, string told) =>
        Assert.Equal(told, string.Concat(TextComparison.Of(before, after).Pieces.Select(piece => piece.Change switch
        {
            PieceChange.Removed => $"[-{piece.Text}]",
            PieceChange.Added => $"[+{piece.Text}]",
            _ => piece.Text,
        })));

    [Fact]
    public void Blocks_are_known_by_their_ids_and_by_their_words_where_those_are_new()
    {
        var before = DraftDocument.Of(P("a", "The wall fell."), P("b", "Nobody was hurt in the harbour."), P("c", "The mayor came."), P("d", "It rained."));
        var after = DraftDocument.Of(P("c", "The mayor came."), P("a", "The wall fell at noon."), P("x", "Nobody was hurt in the whole harbour."), P("e", "More tomorrow."));

        var lines = DocumentComparison.Of(before, after).Lines;

        Assert.Contains(lines, line => line.Change == LineChange.Moved || line.Text.Pieces.Any(piece => piece.Text == " at noon"));
        Assert.Contains(lines, line => line.Change == LineChange.Changed && line.Text.Pieces.Any(piece => piece is { Change: PieceChange.Added, Text: "whole " or " whole" }));
        Assert.Contains(lines, line => line.Change == LineChange.Removed && line.Text.Pieces[0].Text == "It rained.");
        Assert.Contains(lines, line => line.Change == LineChange.Added && line.Text.Pieces[0].Text == "More tomorrow.");
        Assert.Equal(5, lines.Count);
    }

    [Fact]
    public void Comparing_tells_both_texts_whole() => Gen.Select(AnyDocument.Documents, AnyDocument.Documents).Sample((before, after) =>
    {
        Assert.False(DocumentComparison.Of(before, before).Differs);
        var lines = DocumentComparison.Of(before, after).Lines;
        Assert.Equal(Words(DocumentComparison.Of(after, after).Lines), Words(lines.Where(line => line.Change != LineChange.Removed)));
    }, iter: 60);

    [Fact]
    public void Both_sides_changes_are_taken_in_one_block_and_in_two()
    {
        var origin = DraftDocument.Of(P("a", "The wall fell at noon, the mayor said."), P("b", "Nobody was hurt."));
        var mine = DraftDocument.Of(P("a", "The old wall fell at noon, the mayor said."), P("b", "Nobody was hurt."), P("n", "It will be rebuilt."));
        var theirs = DraftDocument.Of(P("a", "The wall fell at dawn, the mayor said."), P("b", "Two people were hurt."));

        var merged = DocumentMerge.Of(origin, mine, theirs);

        Assert.Empty(merged.Unmerged);
        Assert.Equal(["The old wall fell at dawn, the mayor said.", "Two people were hurt.", "It will be rebuilt."], Texts(merged.Document));
    }

    [Fact]
    public void What_both_changed_differently_is_told_and_mine_stands()
    {
        var origin = DraftDocument.Of(P("a", "The wall fell at noon."), P("b", "Nobody was hurt."), P("c", "It rained."));
        var mine = DraftDocument.Of(P("a", "The wall fell at night."), P("c", "It poured."));
        var theirs = DraftDocument.Of(P("a", "The wall fell at dawn."), P("b", "Two were hurt."));

        var merged = DocumentMerge.Of(origin, mine, theirs);

        Assert.Equal(["The wall fell at night.", "It poured."], Texts(merged.Document));
        Assert.Equal([new("a", "The wall fell at night.", "The wall fell at dawn."), new("c", "It poured.", ""), new UnmergedText("b", "", "Two were hurt.")], merged.Unmerged);
    }

    [Fact]
    public void Bold_by_one_and_a_word_by_the_other_are_both_kept()
    {
        var merged = DocumentMerge.Of(DraftDocument.Of(P("a", "The wall fell.")),
            DraftDocument.Of(new Paragraph("a", [new TextRun("The "), new TextRun("wall", [new BoldMark()]), new TextRun(" fell.")])), DraftDocument.Of(P("a", "The wall broke.")));

        Assert.Equal(new Paragraph("a", [new TextRun("The "), new TextRun("wall", [new BoldMark()]), new TextRun(" broke.")]), merged.Document.Content[0]);
    }

    [Fact]
    public void A_comment_stays_on_its_word_and_on_the_word_that_comes_in_its_place()
    {
        var about = new CommentMark("c1");
        var mine = DraftDocument.Of(new Paragraph("a", [new TextRun("The "), new TextRun("wall fell", [about]), new TextRun(".")]));

        var merged = DocumentMerge.Of(DraftDocument.Of(P("a", "The wall fell.")), mine, DraftDocument.Of(P("a", "The pier fell.")));

        Assert.Empty(merged.Unmerged);
        Assert.Equal(new Paragraph("a", [new TextRun("The "), new TextRun("pier fell", [about]), new TextRun(".")]), merged.Document.Content[0]);
    }

    [Fact]
    public void Merging_loses_nothing() => Gen.Select(AnyDocument.Documents, AnyDocument.Documents, AnyDocument.Documents).Sample((origin, mine, theirs) =>
    {
        Assert.Equal(theirs, DocumentMerge.Of(origin, origin, theirs).Document);
        Assert.Equal(mine, DocumentMerge.Of(origin, mine, origin).Document);
        var merged = DocumentMerge.Of(origin, mine, theirs);
        Assert.Equal(merged.Document, DraftDocument.Parse(merged.Document.ToJson()));
        // Nothing is common to the three, so all of the two is in the one or told.
        foreach (var block in mine.Content.Concat(theirs.Content))
            Assert.True(merged.Unmerged.Count > 0 || merged.Document.Content.Contains(block));
    }, iter: 60);

    private static Paragraph P(string id, string text) => new(id, [new TextRun(text)]);

    private static IEnumerable<string> Texts(DraftDocument document) => document.Content.OfType<TextBlock>().Select(block => string.Concat(block.Content.OfType<TextRun>().Select(run => run.Text)));

    private static string Words(IEnumerable<ComparedLine> lines) => string.Join('\n', lines.Select(line => string.Concat(line.Text.After.Select(piece => piece.Text)) + line.TargetAfter));
}
