using Broadsheet.Document.Folding;
using Broadsheet.Search.Words;
using CsCheck;

namespace Broadsheet.Tests.Search.Words;

public sealed class StemsTests
{
    [Theory]
    [InlineData("en", "harbours", "harbour")]
    [InlineData("en", "elections", "election")]
    [InlineData("es", "elecciones", "eleccion")]
    [InlineData("es", "educación", "educaciones")]
    [InlineData("es", "muros", "muro")]
    [InlineData("fr", "élections", "election")]
    [InlineData("fr", "l’école", "écoles")]
    [InlineData("de", "Häuser", "Hauser")]
    [InlineData("de", "Wahlen", "Wahl")]
    [InlineData("pt-BR", "eleições", "eleicao")]
    [InlineData("ru", "выборы", "выборов")]
    [InlineData("ru", "ёлки", "елка")]
    [InlineData("he", "הבחירות", "בחירות")]
    [InlineData("he", "בממשלה", "הממשלה")]
    [InlineData("he", "ירושלים", "בירושלים")]
    [InlineData("he", "הבית", "בית")]
    [InlineData("ar", "المدرسة", "مدرسة")]
    [InlineData("ar", "والمدينة", "مدينة")]
    [InlineData("ar", "الانتخابات", "انتخابات")]
    [InlineData("fa", "کتاب‌ها", "کتاب")]
    [InlineData("fa", "انتخابات", "انتخابات")]
    [InlineData("en", "הממשלה", "ממשלה")]
    public void Forms_of_a_word_meet(string language, string one, string other) => Assert.Equal(Stem(language, one), Stem(language, other));

    [Theory]
    [InlineData("en", "harbour", "harvest")]
    [InlineData("he", "משטרה", "מטרה")]
    [InlineData("ar", "مدرسة", "مدينة")]
    [InlineData("fr", "mer", "mère")]
    public void Other_words_do_not(string language, string one, string other) => Assert.NotEqual(Stem(language, one), Stem(language, other));

    [Theory]
    [InlineData("漢字検索", "漢字", true)]
    [InlineData("漢字検索", "字検", true)]
    [InlineData("漢字検索", "検", true)]
    [InlineData("漢字検索", "索", true)]
    [InlineData("漢字検索", "字漢", false)]
    [InlineData("ประเทศไทย", "ไทย", true)]
    [InlineData("ประเทศไทย", "ทศ", true)]
    [InlineData("서울에서", "서울", true)]
    public void Scripts_without_spaces_are_found_by_any_part(string text, string asked, bool isFound)
    {
        var stems = Stems.Of("en");
        var there = Tokens.OfText(text, stems).Select(token => token.Text).ToList();
        var wanted = Word.In(asked).SelectMany(word => Tokens.OfQuestion(word, stems)).ToList();

        var starts = Enumerable.Range(0, there.Count - wanted.Count + 1);
        Assert.Equal(isFound, starts.Any(start => wanted.Index().All(one => one.Item.IsBeginning
            ? there[start + one.Index].StartsWith(one.Item.Text, StringComparison.Ordinal) : there[start + one.Index] == one.Item.Text)));
    }

    private static readonly string[] Languages = ["en", "he", "ar", "fa", "es", "fr", "de", "ru", "pt", "zh", "tr", "el", "cs", "hi"];

    [Fact]
    public void Every_language_takes_whatever_it_is_given() => Gen.Select(Gen.String, Gen.OneOf([.. Languages.Select(Gen.Const)])).Sample((text, language) =>
    {
        foreach (var token in Tokens.OfText(text, Stems.Of(language))) Assert.NotEqual("", token.Text);
    }, iter: 3000);

    private static string Stem(string language, string word) => string.Join(' ', Word.In(word).SelectMany(one => Tokens.OfQuestion(one, Stems.Of(language))).Select(token => token.Text));
}
