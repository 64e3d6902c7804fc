using Broadsheet.Document;
using CsCheck;
using static Broadsheet.Tests.Document.ReviewedDocument;

namespace Broadsheet.Tests.Document;

/// <summary>Suggestions are no text until they are accepted; comments never are.</summary>
public sealed class SuggestionTests
{
    private static readonly Guid Mara = Guid.Parse("01930000-0000-7000-8000-00000000000a");

    [Fact]
    public void Whatever_is_suggested_a_reader_gets_the_text_as_it_stands() => Documents.Sample(document =>
    {
        Assert.Equal(document, DraftDocument.Parse(document.ToJson()));
        var published = document.ForPublication();
        var json = published.ToJson();

        Assert.DoesNotContain(Canary, json);
        Assert.All(["\"insertion\"", "\"deletion\"", "\"comment\"", "\"suggestion\""], name => Assert.DoesNotContain(name, json));
        Assert.Equal(Standing(document.Content), Words(document.AsItStands()));
        Assert.Equal(document.AsItStands(), document.AsItStands().AsItStands());
        Assert.Equal(document.RejectAll().AsItStands(), document.AsItStands());
    }, print: document => document.ToJson());

    [Fact]
    public void One_by_one_or_all_at_once_the_same_words_come_out() => Documents.Sample(document =>
    {
        var (accepted, rejected) = (document, document);
        foreach (var id in document.Suggestions.Select(one => one.Suggestion.Id)) (accepted, rejected) = (Fits(accepted.Accept(id)), Fits(rejected.Reject(id)));

        Assert.Equal(Words(document.AcceptAll()), Words(accepted));
        Assert.Equal(Words(document.RejectAll()), Words(rejected));
        Assert.False(Fits(document.AcceptAll()).HasSuggestions || Fits(document.RejectAll()).HasSuggestions || accepted.HasSuggestions || rejected.HasSuggestions);
    }, iter: 500, print: document => document.ToJson());

    [Fact]
    public void A_replacement_is_accepted_or_rejected_as_one()
    {
        var document = DraftDocument.Of(new Paragraph("a", [new TextRun("The "), new TextRun("wall", [new DeletionMark(Suggestion("s"))]), new TextRun("mole", [new InsertionMark(Suggestion("s"))]), new TextRun(" fell.")]));

        var one = Assert.Single(document.Suggestions);
        Assert.Equal(("mole", "wall", "a"), (one.Inserted, one.Deleted, one.Block));
        Assert.Equal(DraftDocument.Of(new Paragraph("a", [new TextRun("The mole fell.")])), document.Accept("s"));
        Assert.Equal(DraftDocument.Of(new Paragraph("a", [new TextRun("The wall fell.")])), document.Reject("s"));
        Assert.Equal(document, document.Accept("another"));
    }

    [Fact]
    public void A_split_that_is_rejected_and_a_join_that_is_accepted_make_one_block()
    {
        Paragraph Part(string id, string words, BlockChangeKind? kind = null) => new(id, [new TextRun(words)]) { Change = kind is { } what ? new(what, Suggestion("s")) : null };
        var one = DraftDocument.Of(new BulletList("l", [new([Part("a", "The wall "), new BulletList("m", [new([Part("c", "below")])])])]));
        var split = DraftDocument.Of(new BulletList("l", [new([Part("a", "The ")]), new([Part("b", "wall ", BlockChangeKind.Split), new BulletList("m", [new([Part("c", "below")])])])]));
        var join = DraftDocument.Of(Part("a", "The "), Part("b", "wall", BlockChangeKind.Join), new RuleBlock("r"), Part("c", " fell", BlockChangeKind.Join));

        Assert.Equal(one, split.Reject("s"));
        Assert.Equal(2, ((BulletList)split.Accept("s").Content[0]).Items.Count);
        // Nothing stands right before the last one but a rule: it stays by itself.
        Assert.Equal(DraftDocument.Of(Part("a", "The wall"), new RuleBlock("r"), Part("c", " fell")), join.Accept("s"));
    }

    [Fact]
    public void Who_may_only_suggest_changes_nothing_else()
    {
        Suggestion Of(string id, Guid? by) => new(id, "Mara", by, new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));
        DraftDocument Made(params Inline[] runs) => DraftDocument.Of(new Paragraph("a", [.. runs]));
        var theirs = new TextRun(" Twice.", [new InsertionMark(Of("t", null))]);
        var before = Made(new TextRun("The wall fell.", [new CommentMark("c")]), theirs);

        Assert.True(Made(new TextRun("The wall fell", [new CommentMark("c")]), new TextRun(".", [new CommentMark("c"), new DeletionMark(Of("s", Mara))]), theirs).OnlySuggests(before, "Mara", Mara));
        Assert.True(before.OnlySuggests(before, "Mara", Mara));
        Assert.False(Made(new TextRun("The wall stood.", [new CommentMark("c")]), theirs).OnlySuggests(before, "Mara", Mara));
        Assert.False(Made(new TextRun("The wall fell.", [new CommentMark("c")])).OnlySuggests(before, "Mara", Mara)); // theirs is gone
        Assert.False(Made(new TextRun("The wall fell. Twice.", [new CommentMark("c")])).OnlySuggests(before, "Mara", Mara)); // theirs is accepted
        Assert.False(Made(new TextRun("The wall fell."), theirs).OnlySuggests(before, "Mara", Mara)); // the comment is gone
        Assert.False(Made(new TextRun("The wall fell.", [new CommentMark("c"), new DeletionMark(Of("s", null))]), theirs).OnlySuggests(before, "Mara", Mara)); // in another's name
    }

    private static DraftDocument Fits(DraftDocument document) => DraftDocument.Parse(document.ToJson());

    private static string Words(DraftDocument document) => DocumentWordsOf.WithoutSpaces(string.Concat(document.AllBlocks.OfType<TextBlock>().SelectMany(block => block.Content).OfType<TextRun>().Select(run => run.Text)));

    // Said in another way than the program says it: what neither is suggested nor stands in a block that is.
    private static string Standing(IEnumerable<Block> blocks) => DocumentWordsOf.WithoutSpaces(string.Concat(blocks.Select(Own)));

    private static string Own(Block block) => block.Change?.Kind == BlockChangeKind.Insertion ? "" : block switch
    {
        TextBlock text => string.Concat(text.Content.OfType<TextRun>().Where(run => !run.Marks.Any(mark => mark is InsertionMark)).Select(run => run.Text)),
        BlockQuote quote => string.Concat(quote.Content.Select(Own)),
        FactBox box => string.Concat(box.Content.Select(Own)),
        ListBlock list => string.Concat(list.Items.SelectMany(item => item.Content).Select(Own)),
        TableBlock table => string.Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content).Select(Own)),
        _ => "",
    };
}
