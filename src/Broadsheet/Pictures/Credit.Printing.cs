namespace Broadsheet.Pictures;

public sealed partial record Credit
{
    /// <summary>As newspapers print it: "(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)". Empty when nobody is credited.</summary>
    public string Print(string language = "en")
    {
        if (!IsGiven) return "";
        var words = CreditWords.For(language);
        var label = Kind switch
        {
            CreditKind.Screenshot => words.Screenshot,
            CreditKind.OwnGraphic => words.Graphic,
            _ => words.Photo,
        };
        var body = string.Join(' ', new[] { PrintedChain(words), PrintedVia(words) }.Where(part => part.Length > 0));

        return body.Length == 0 ? $"({label})" : $"({label}: {body})";
    }

    private string PrintedChain(CreditWords words)
    {
        var chain = string.Join('/', Names);
        return Kind switch
        {
            CreditKind.Staff => With(chain, words.Staff),
            CreditKind.Handout => With(chain, words.Handout),
            CreditKind.PublicDomain => With(chain, words.PublicDomain),
            CreditKind.WithheldForSafety => With(words.Withheld, chain),
            CreditKind.Courtesy when chain.Length > 0 => $"{words.CourtesyOf} {chain}",
            CreditKind.Courtesy => words.CourtesyOf,
            _ => chain,
        };
    }

    private string PrintedVia(CreditWords words) => Via is null ? "" : $"{words.Via} {Via}";

    private static string With(string first, string second) =>
        string.Join('/', new[] { first, second }.Where(part => part.Length > 0));
}
