using System.Globalization;
using System.Text;

namespace Broadsheet.Words;

/// <summary>
/// A text with places to fill, in the part of ICU's message syntax that translators use: <c>{name}</c> and
/// <c>{count, plural, =0 {none} one {# story} other {# stories}}</c>, nested as they please. An apostrophe is
/// an apostrophe; <c>'{'</c> prints a brace.
/// </summary>
public sealed class MessageText
{
    private readonly List<Piece> pieces;

    private MessageText(List<Piece> pieces) => this.pieces = pieces;

    /// <exception cref="FormatException">A brace is open, or a plural has no "other".</exception>
    public static MessageText Parse(string text)
    {
        var at = 0;
        var pieces = ParsePieces(text, ref at, inPlural: false);
        return at == text.Length ? new(pieces) : throw new FormatException($"There is a '}}' too many in “{text}”.");
    }

    /// <summary>The names it wants filled.</summary>
    public IEnumerable<string> Names => NamesIn(pieces).Distinct();

    public string Print(CultureInfo culture, Func<string, string> valueOf, Func<string, decimal> countOf, Func<string, string>? encode = null)
    {
        var print = new Printing(culture, valueOf, countOf, encode ?? (text => text), new StringBuilder());
        Print(pieces, print, "");
        return print.Text.ToString();
    }

    private static void Print(List<Piece> pieces, Printing print, string number)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Literal literal: print.Text.Append(print.Encode(literal.Text)); break;
                case Number: print.Text.Append(number); break;
                case Place place: print.Text.Append(print.ValueOf(place.Name)); break;
                case Plural plural:
                    var count = print.CountOf(plural.Name);
                    Print(plural.FormFor(print.Culture, count), print, print.Encode(count.ToString("N0", print.Culture)));
                    break;
            }
        }
    }

    private static List<Piece> ParsePieces(string text, ref int at, bool inPlural)
    {
        var pieces = new List<Piece>();
        var literal = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == '\'' && at + 2 < text.Length && text[at + 1] is '{' or '}' && text[at + 2] == '\'')
            {
                literal.Append(text[at + 1]);
                at += 3;
            }
            else if (text[at] == '{' || (text[at] == '#' && inPlural))
            {
                if (literal.Length > 0) pieces.Add(new Literal(literal.ToString()));
                literal.Clear();
                pieces.Add(text[at] == '#' ? new Number() : ParsePlace(text, ref at));
                at++;
            }
            else
            {
                literal.Append(text[at++]);
            }
        }

        if (literal.Length > 0) pieces.Add(new Literal(literal.ToString()));
        return pieces;
    }

    private static Piece ParsePlace(string text, ref int at)
    {
        var end = text.IndexOfAny(['}', ','], at);
        if (end < 0) throw new FormatException($"A '{{' is not closed in “{text}”.");

        var name = text[(at + 1)..end].Trim();
        at = end;
        if (text[end] == '}') return new Place(name);

        var comma = text.IndexOf(',', end + 1);
        if (comma < 0 || text[(end + 1)..comma].Trim() != "plural") throw new FormatException($"Only 'plural' is known after '{name},' in “{text}”.");

        at = comma + 1;
        return new Plural(name, ParseForms(text, ref at));
    }

    private static Dictionary<string, List<Piece>> ParseForms(string text, ref int at)
    {
        var forms = new Dictionary<string, List<Piece>>();
        while (at < text.Length && text[at] != '}')
        {
            var open = text.IndexOf('{', at);
            if (open < 0) break;

            var form = text[at..open].Trim();
            at = open + 1;
            forms[form] = ParsePieces(text, ref at, inPlural: true);
            at++;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        }

        if (at >= text.Length) throw new FormatException($"A '{{' is not closed in “{text}”.");
        return forms.ContainsKey("other") ? forms : throw new FormatException($"A plural needs 'other' in “{text}”.");
    }

    private static IEnumerable<string> NamesIn(List<Piece> pieces) => pieces.SelectMany(piece => piece switch
    {
        Place place => [place.Name],
        Plural plural => plural.Forms.Values.SelectMany(NamesIn).Prepend(plural.Name),
        _ => Enumerable.Empty<string>(),
    });

    private sealed record Printing(CultureInfo Culture, Func<string, string> ValueOf, Func<string, decimal> CountOf, Func<string, string> Encode, StringBuilder Text);

    private abstract record Piece;

    private sealed record Literal(string Text) : Piece;

    private sealed record Number : Piece;

    private sealed record Place(string Name) : Piece;

    private sealed record Plural(string Name, Dictionary<string, List<Piece>> Forms) : Piece
    {
        public List<Piece> FormFor(CultureInfo culture, decimal count) =>
            Forms.GetValueOrDefault($"={count.ToString(CultureInfo.InvariantCulture)}")
            ?? Forms.GetValueOrDefault(PluralRules.FormOf(culture.Name, count))
            ?? Forms["other"];
    }
}
