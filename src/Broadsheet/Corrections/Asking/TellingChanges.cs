using System.Text;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Document.Comparing;

namespace Broadsheet.Corrections.Asking;

/// <summary>
/// Finds what in a changed story could have misled somebody who read it before: another headline or picture, and names, numbers, dates and
/// quotations that stood there and stand there no more. What was only added misled nobody; how a thing is said is the desk's business.
/// Pure, and generous: it asks a question that is answered with one press.
/// </summary>
public sealed class TellingChanges
{
    private readonly List<TellingChange> _found = [];
    private readonly TellingWords _words;
    private readonly HashSet<string> _names;

    private TellingChanges(string language, HashSet<string> names) => (_words, _names) = (new(language), names);

    /// <param name="language">The edition's, a BCP 47 tag.</param>
    public static IReadOnlyList<TellingChange> Of(ArticleContent before, ArticleContent after, string language)
    {
        var found = new TellingChanges(language, [.. NamesIn(before), .. NamesIn(after)]);
        found.Headline(before.Headline, after.Headline);
        if (before.LeadPicture is { } was && was.Picture != after.LeadPicture?.Picture) found._found.Add(new(TellingKind.Picture, "LeadPicture", $"{was.Picture}", $"{after.LeadPicture?.Picture}", null));
        found.Line("Standfirst", TextComparison.Of(before.Standfirst, after.Standfirst));
        found.Line("Dateline", TextComparison.Of(before.Dateline, after.Dateline));
        found.Line("LeadCaption", TextComparison.Of(before.LeadPicture?.Caption ?? "", after.LeadPicture?.Caption ?? ""));
        found.Bylines(before.Bylines, after.Bylines);
        foreach (var line in DocumentComparison.Of(before.Body, after.Body).Lines.Where(line => line.Change is LineChange.Changed or LineChange.Removed)) found.Line(line);
        return found._found;
    }

    private void Headline(string before, string after)
    {
        // Capitals, points and spaces are a matter of style.
        if (Letters(before) != Letters(after)) _found.Add(new(TellingKind.Headline, "Headline", before, after, TextComparison.Of(before, after)));
    }

    private void Bylines(IReadOnlyList<Byline> before, IReadOnlyList<Byline> after)
    {
        if (before.Count == 0 || before.SequenceEqual(after)) return;
        var (was, now) = (string.Join(", ", before.Select(line => line.Name)), string.Join(", ", after.Select(line => line.Name)));
        _found.Add(new(TellingKind.Name, "BylineName", was, now, TextComparison.Of(was, now)));
    }

    private void Line(ComparedLine line)
    {
        if (line.Kind == LineKind.Picture)
        {
            if (line.TargetBefore.Length > 0 && line.TargetBefore != line.TargetAfter) _found.Add(new(TellingKind.Picture, "Body", line.TargetBefore, line.TargetAfter, null));
            return;
        }
        Line("Body", line.Text);
    }

    private void Line(string field, TextComparison text)
    {
        if (!text.Differs) return;

        var (inQuotes, wasInQuotes) = (Quoted([.. text.After]), Quoted([.. text.Before]));
        var (at, there) = (0, 0);
        for (var i = 0; i < text.Pieces.Count; i++)
        {
            var piece = text.Pieces[i];
            switch (piece.Change)
            {
                case PieceChange.Removed:
                    var added = i + 1 < text.Pieces.Count && text.Pieces[i + 1].Change == PieceChange.Added ? text.Pieces[i + 1] : null;
                    var quoted = wasInQuotes[at] || (added is not null && inQuotes[there]);
                    var opens = i == 0 || EndsSentence(text.Pieces[i - 1].Text);
                    if (Judge(piece.Text, added?.Text ?? "", text, quoted || IsQuotation(piece.MarksBefore), opens) is { } kind) _found.Add(new(kind, field, piece.Text.Trim(), added?.Text.Trim() ?? "", text));
                    at++;
                    if (added is null) break;
                    there++;
                    i++;
                    break;
                case PieceChange.Added:
                    // Words put into somebody's mouth are a change of what was quoted.
                    if (text.Before.Any() && (inQuotes[there] || IsQuotation(piece.MarksAfter))) _found.Add(new(TellingKind.Quotation, field, "", piece.Text.Trim(), text));
                    there++;
                    break;
                case PieceChange.Restyled:
                    var (was, now) = (piece.MarksBefore.OfType<QuotationMark>().FirstOrDefault(), piece.MarksAfter.OfType<QuotationMark>().FirstOrDefault());
                    if (was is not null && (now is null || (was with { Id = "" }) != (now with { Id = "" }))) _found.Add(new(TellingKind.Quotation, field, $"{piece.Text} ({was.Speaker})", $"{piece.Text} ({now?.Speaker})", text));
                    at++;
                    there++;
                    break;
                default:
                    at++;
                    there++;
                    break;
            }
        }
    }

    private TellingKind? Judge(string before, string after, TextComparison line, bool isQuoted, bool opens)
    {
        if (Letters(before).Length + Letters(after).Length == 0) return null;
        if (isQuoted) return TellingKind.Quotation;

        // What left here and stands in another place of the same text was moved.
        var now = Word.Cut(string.Concat(line.After.Select(piece => piece.Text))).ToHashSet(StringComparer.Ordinal);
        var was = Word.Cut(string.Concat(line.Before.Select(piece => piece.Text))).ToHashSet(StringComparer.Ordinal);
        var (gone, come) = (Word.Cut(before).Where(word => !now.Contains(word)).ToList(), Word.Cut(after).Where(word => !was.Contains(word)).ToList());
        var large = LargeIn(before, opens).Where(gone.Contains).ToList();
        // Something new in the place of something old counts on either side: "a mayor" to "Mayor Lind".
        var changed = gone;
        if (gone.Any(word => TellingWords.IsWord(word) || _words.IsNumber(word))) (changed, large) = ([.. gone, .. come], [.. large, .. LargeIn(after, opens).Where(come.Contains)]);

        if (changed.Any(_words.IsDate)) return TellingKind.Date;
        if (changed.Any(_words.IsNumber)) return TellingKind.Number;
        if (changed.Any(_names.Contains) || large.Count > 0) return TellingKind.Name;
        // Scripts without capitals: a word in the place of another may be a name. A longer stretch is a sentence said anew.
        return come.Count > 0 && gone.Count(TellingWords.IsCaseless) is > 0 and <= 3 && come.Count(TellingWords.IsCaseless) is > 0 and <= 3 ? TellingKind.Word : null;
    }

    // The first word of a sentence is written large whatever it is.
    private static IEnumerable<string> LargeIn(string text, bool opens)
    {
        foreach (var word in Word.Cut(text))
        {
            if (!opens && TellingWords.IsLarge(word)) yield return word;
            if (TellingWords.IsWord(word)) opens = false;
            else if (!string.IsNullOrWhiteSpace(word)) opens = EndsSentence(word);
        }
    }

    private static bool EndsSentence(string text) => text.TrimEnd() is { Length: > 0 } words && words[^1] is ('.' or '!' or '?' or ':' or '“' or '"');

    private static bool IsQuotation(Nodes<Mark> marks) => marks.Any(mark => mark is QuotationMark);

    // Of each piece of one side, whether it begins or ends within quotation marks.
    private static List<bool> Quoted(List<Piece> pieces)
    {
        var (found, isOpen, straight) = (new List<bool>(), false, false);
        foreach (var text in pieces.Select(piece => piece.Text))
        {
            var touched = isOpen || straight;
            foreach (var letter in text)
            {
                if (letter is '“' or '«' or '„') isOpen = true;
                else if (letter is '”' or '»') isOpen = false;
                else if (letter == '"') straight = !straight;
                touched |= (isOpen || straight) && char.IsLetterOrDigit(letter);
            }
            found.Add(touched);
        }
        found.Add(false);
        return found;
    }

    // Written large within a sentence, a word is a name at its beginning, too.
    private static IEnumerable<string> NamesIn(ArticleContent content) =>
        content.Body.AllBlocks.OfType<TextBlock>().Where(block => block is not Document.Heading).Select(block => string.Concat(block.Content.OfType<TextRun>().Select(run => run.Text))).Append(content.Standfirst)
            .SelectMany(text =>
            {
                var words = Word.Cut(text).Where(word => !string.IsNullOrWhiteSpace(word)).ToList();
                return words.Where((word, at) => at > 0 && TellingWords.IsLarge(word) && word.Length > 1 && (TellingWords.IsWord(words[at - 1]) || words[at - 1] is "," or ";"));
            })
            .Concat(content.Body.AllBlocks.OfType<TextBlock>().SelectMany(block => block.Content).SelectMany(run => run.Marks).OfType<QuotationMark>().SelectMany(mark => Word.Cut(mark.Speaker)).Where(TellingWords.IsWord));

    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var rune in text.Normalize().EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) letters.Append(Rune.ToLowerInvariant(rune).ToString());
        return letters.ToString();
    }
}
