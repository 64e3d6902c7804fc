using Broadsheet.Search.Questions;
using CsCheck;

namespace Broadsheet.Tests.Search.Questions;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("harbour wall", "harbour wall")]
    [InlineData("\"harbour wall\" council", "\"harbour wall\" council")]
    [InlineData("“harbour wall” -council", "\"harbour wall\" -council")]
    [InlineData("-\"town hall\" roof", "-\"town hall\" roof")]
    [InlineData("section:city by:\"Ida Holm\" wall", "wall section:city by:\"Ida Holm\"")]
    [InlineData("SECTION:City", "section:City")]
    [InlineData("מדור:עיר חומה", "חומה section:עיר")]
    [InlineData("after:2025 before:2026-03-01", "after:2025-01-01 before:2026-03-01")]
    [InlineData("after:٢٠٢٥-٠٣", "after:2025-03-01")]
    [InlineData("צה\"ל", "צה\"ל")]
    // What is no such thing is a word.
    [InlineData("after:noon", "noon")]
    [InlineData("before:2026-02-30", "2026-02-30")]
    [InlineData("http://paper.example", "http://paper.example")]
    [InlineData("\"harbour wall", "harbour wall")]
    [InlineData("wall - - \"\"", "wall - -")]
    [InlineData("section: wall", "wall")]
    [InlineData("a) OR (b* NEAR {c}: ^d", "a) OR (b* NEAR {c}: ^d")]
    [InlineData("", "")]
    public void A_question_is_understood(string typed, string understood) => Assert.Equal(understood, Question.Read(typed).Write());

    [Fact]
    public void Nothing_that_can_be_typed_is_wrong() => Gen.String[Gen.OneOf(Gen.Char["\"“”„«»-−:()*^{}'\\ \t"], Gen.Char), 0, 300].Sample(typed =>
    {
        var question = Question.Read(typed);
        Assert.True(question.Parts.Count <= 12);
        Assert.True(question.Write().Length <= 1000);
        foreach (var clause in AskedOf.Parts(question.Parts, "he") is var asked ? asked.Wanted.Concat(asked.Unwanted) : []) Assert.NotEmpty(clause.Tokens);
    }, iter: 5000);

    [Fact]
    public void Words_that_every_story_has_are_left_out_beside_others()
    {
        Assert.Equal(["harbour"], Wanted("what is the harbour", "en"));
        Assert.Equal(6, Wanted("to be or not to be", "en").Count());
        Assert.Single(Wanted("על הממשלה", "he"));
    }

    [Theory]
    [InlineData("harbor", "harbour", 1)]
    [InlineData("harobur", "harbour", 1)]
    [InlineData("habor", "harbour", 2)]
    [InlineData("wall", "wall", 0)]
    [InlineData("wall", "tower", 3)]
    public void The_distance_between_words_counts_swaps_as_one(string one, string other, int away) => Assert.Equal(away, Broadsheet.Search.Stories.WordDistance.Of(one, other, 2));

    private static IEnumerable<string> Wanted(string typed, string language) => AskedOf.Parts(Question.Read(typed).Parts, language).Wanted.SelectMany(clause => clause.Tokens).Select(token => token.Text);
}
