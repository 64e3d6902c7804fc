using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// What an official said, without a link to where, or the day and the place. A resident who told the paper's own reporter
/// needs neither, and who said where once is not asked again.
/// </summary>
internal sealed class QuotationSource() : Rule("quotation-source", Harm.Fact, Severity.Ask)
{
    // A word or two in marks is a title or a doubt, not a quotation.
    private const int Words = 5;

    public override bool IsOfQuotations => true;

    public override void Check(CopyReading copy, Report report)
    {
        var (officials, told, places) = (copy.Lists.Set("officials"), copy.Lists.Phrases("told-us"), copy.Lists.Phrases("places"));
        var days = copy.Lists.Phrases("days");
        // Who speaks to the paper's own reporters most days is not asked for a link.
        officials = officials.Except(copy.Lists.Set("local-officials")).ToHashSet();
        var isOccasionTold = false;
        var sourced = new HashSet<string>();
        PassageReading? above = null;
        foreach (var passage in copy.Prose.Where(passage => passage.Passage.Place == Place.Paragraph))
        {
            var isTold = told.In(passage).Any(match => !passage.IsQuoted(match.At.Start));
            var isPlaced = isTold || places.In(passage).Any(match => !passage.IsQuoted(match.At.Start));
            var isDated = days.In(passage).Any(match => !passage.IsQuoted(match.At.Start)) || HasDate(passage, copy.Lists);
            var speakers = Speakers(copy, passage, officials);
            // Where and when, once told, holds for what is said below.
            isOccasionTold |= isPlaced && isDated;
            var isSourced = passage.Passage.Links.Count > 0 || isTold || isOccasionTold || speakers.Exists(sourced.Contains);
            if (isSourced) sourced.UnionWith(speakers);

            var first = passage.Quotes.Find(quote => WordsOf(passage, quote) >= Words);
            if (first.Length > 0 && !isSourced && !passage.Passage.Quotations.Any(mark => mark.HasSource || mark.HasDay) && !(above is not null && Continues(above)))
            {
                if (speakers.Count > 0) report.Add(passage, first, null, null);
            }

            above = passage;
        }
    }

    private static int WordsOf(PassageReading passage, Stretch quote) => passage.WordsIn(quote) is var words ? words.End.Value - words.Start.Value : 0;

    // The quotation above goes on here: it was asked about there.
    private static bool Continues(PassageReading above) => above.Quotes.Exists(quote => quote.End == above.Text.Length && !Sentences.IsCloser(above.Text[^1]));

    // Officials who speak in this paragraph: by office, or by the name that an office stood beside.
    private static List<string> Speakers(CopyReading copy, PassageReading passage, IReadOnlySet<string> officials)
    {
        var said = copy.Lists.Set("said");
        if (!passage.Words.Exists(word => said.Contains(word.Key) && !passage.IsQuoted(word.Start))) return [];
        HashSet<string> names = [.. copy.People.Where(person => officials.Contains(person.Role)).Select(person => Letters.KeyOf(person.FamilyName)),
            .. copy.People.Where(person => officials.Contains(person.Role) && person.IsFamilyFirst).SelectMany(person => person.Parts).Select(part => Letters.KeyOf(part))];
        return [.. passage.Words.Where(word => !passage.IsQuoted(word.Start) && (officials.Contains(Bare(word.Key)) || word.IsCapital && names.Contains(Bare(word.Key)))).Select(word => Bare(word.Key)).Distinct()];
    }

    private static string Bare(string key) => key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key;

    private static bool HasDate(PassageReading passage, Lists lists) =>
        passage.Words.Exists(word => lists.Set("months").Contains(word.Key) && !passage.IsQuoted(word.Start));
}
