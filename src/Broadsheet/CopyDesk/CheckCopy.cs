using Broadsheet.CopyDesk.Reading;
using Broadsheet.CopyDesk.Rules;

namespace Broadsheet.CopyDesk;

/// <summary>Reads a story as a copy editor would: text in, findings out, worst harm first. Asks nobody and changes nothing.</summary>
public static class CheckCopy
{
    internal static IReadOnlyList<Rule> BuiltIn { get; } =
    [
        new GivenName(), new NamedInBrackets(), new TwoSpellings(), new NumberDiffers(), new RelativeDays(), new PictureDate(),
        new QuotationSource(), new SocialMedia(), new WhoSaysSo(), new SaidWords(), new LoadedWords(), new DeadLink(),
        new UnendedParagraph(), new UnclosedQuotation(), new DoubledWord(), new CommaSplice(), new TitleCommas(), new VerbPreposition(),
        new LongHeadline(), new HeadlineRepeats(), new OwnName(), new UnexplainedAbbreviation(), new Wordy(), new NoAltText(),
    ];

    public static IReadOnlyList<Finding> Run(Copy copy)
    {
        var reading = new CopyReading(copy);
        var findings = new List<Finding>();
        foreach (var rule in BuiltIn)
        {
            var severity = copy.House.Severities.GetValueOrDefault(rule.Id, rule.Usual);
            if (severity != Severity.Off && rule.Speaks(copy.PlainLanguage)) rule.Check(reading, new Report(rule, severity, findings));
        }

        HouseRules.Check(reading, findings);

        var places = copy.Passages.Select((passage, place) => (passage.Block, place)).GroupBy(pair => pair.Block).ToDictionary(group => group.Key, group => group.First().place);
        return [.. findings.OrderBy(found => found.Harm).ThenByDescending(found => found.Severity).ThenBy(found => places.GetValueOrDefault(found.Block)).ThenBy(found => found.Start)];
    }
}
