using System.Collections.Frozen;
using Broadsheet.Document.Folding;

namespace Broadsheet.Search.Questions;

/// <summary>Words that a question need not insist on: beside others they are left out, alone or in a phrase they count.</summary>
internal static class StopWords
{
    private static readonly Dictionary<string, FrozenSet<string>> All = new Dictionary<string, string>
    {
        ["en"] = "a an and are as at be but by did do does for from had has have how in into is it its not of on or that the their this to was were what when where which who why will with",
        ["es"] = "a al ante como con cual cuando de del desde donde el en es esta este la las lo los para pero por que quien se sin sobre su sus un una y",
        ["fr"] = "a au aux avec ce ces cette comme dans de des du elle en est et il la le les leur ne ou par pas pour qui que quoi sa se ses son sur un une y",
        ["de"] = "am an auf aus bei das dem den der des die ein eine einem einen einer es für hat im in ist mit nach nicht oder sich sind über und um von vom war was wer wie wird wo zu zum zur",
        ["pt"] = "a ao aos as com como da das de do dos e em é na nas no nos o os ou para pela pelo por que quem se sem sobre sua um uma",
        ["it"] = "a al alla che chi come con da dal del della di e è gli i il in la le lo nel nella non o per si su sul un una",
        ["ru"] = "а в во для до за и из или к как когда на не но о об от по при с со что кто где это",
        ["he"] = "את של על עם אל או כי לא הוא היא זה זו מה מי איך איפה גם אבל",
        ["ar"] = "في من على إلى عن مع أن إن هذا هذه التي الذي ما هل كيف أو و ثم",
        ["fa"] = "و در به از که این آن را با برای بر تا یا چه",
    }.ToDictionary(pair => pair.Key, pair => pair.Value.Split(' ').Select(word => FoldedText.Of(word)).ToFrozenSet(StringComparer.Ordinal));

    internal static bool Has(string language, string folded) => All.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var words) && words.Contains(folded);
}
