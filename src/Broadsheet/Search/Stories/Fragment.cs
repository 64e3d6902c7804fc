using System.Text;
using Broadsheet.Paper.Views;
using Broadsheet.Search.Index;
using Broadsheet.Search.Words;

namespace Broadsheet.Search.Stories;

/// <summary>The lines of a text in which most of what was looked for stands, with it marked.</summary>
internal sealed class Fragment(IReadOnlyList<Clause> wanted, Stems stems)
{
    private const int Length = 240, Before = 60;

    private readonly HashSet<string> _tokens = [.. wanted.SelectMany(clause => clause.Tokens).Where(token => !token.IsBeginning).Select(token => token.Text)];
    private readonly string[] _beginnings = [.. wanted.SelectMany(clause => clause.Tokens).Where(token => token.IsBeginning).Select(token => token.Text)];

    /// <summary>The best lines of the texts, the first of those that are alike; nothing: what was looked for stands elsewhere.</summary>
    internal Markup Of(IEnumerable<string> texts)
    {
        var (best, most) = (Markup.None, 0);
        foreach (var text in texts)
        {
            var hits = Hits(text);
            if (hits.Count == 0) continue;
            var (start, found) = Window(hits);
            if (found <= most) continue;
            (best, most) = (Print(text, hits, start), found);
        }
        return best;
    }

    /// <summary>The whole of a short text with it marked.</summary>
    internal Markup Whole(string text) => Print(text, Hits(text), 0, text.Length);

    private List<Token> Hits(string text) => [.. Tokens.OfText(text, stems).Where(token => _tokens.Contains(token.Text) || _beginnings.Any(start => token.Text.StartsWith(start, StringComparison.Ordinal)))];

    // Where most different words stand close together.
    private static (int Start, int Found) Window(List<Token> hits) => hits
        .Select(first => (first.At, Found: hits.Where(hit => hit.At >= first.At && hit.At + hit.Length <= first.At + Length - Before).Select(hit => hit.Text).Distinct().Count()))
        .MaxBy(one => one.Found);

    private static Markup Print(string text, List<Token> hits, int first)
    {
        var start = first <= Before ? 0 : WordStart(text, first - Before);
        var end = start + Length >= text.Length ? text.Length : WordEnd(text, start + Length);
        return Print(text, hits, start, end);
    }

    private static Markup Print(string text, List<Token> hits, int start, int end)
    {
        var html = new StringBuilder(start > 0 ? "… " : "");
        var at = start;
        foreach (var hit in hits)
        {
            // Pieces of a run without spaces overlap: the mark goes on.
            var (from, to) = (Math.Max(hit.At, at), hit.At + hit.Length);
            if (from >= to || to > end) continue;
            html.Append(Encode(text[at..from])).Append("<mark>").Append(Encode(text[from..to])).Append("</mark>");
            at = to;
        }
        html.Append(Encode(text[at..end])).Append(end < text.Length ? " …" : "");
        return new(html.Replace("</mark><mark>", "").ToString());
    }

    private static string Encode(string text) => Markup.Encode(text).Html;

    // A script without spaces is cut where it stands, but never through a letter.
    private static int WordStart(string text, int at)
    {
        var space = text.IndexOf(' ', at, Math.Min(Before / 2, text.Length - at));
        return space >= 0 ? space + 1 : char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int WordEnd(string text, int at)
    {
        var space = text.LastIndexOf(' ', at, Before / 2);
        return space >= 0 ? space : char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }
}
