using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// A number above the body that differs from the body's own: "12 killed", and below eleven are. Only numbers of the same
/// thing and the same size are compared: a story tells of many metres, percents and years. A rounded one matches what it rounds.
/// </summary>
internal sealed class NumberDiffers() : Rule("number-differs", Harm.Fact, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        var above = copy.Passages.Where(passage => passage.Passage.Place is Place.Standfirst or Place.Headline or Place.ShortHeadline).ToList();
        if (above.Count == 0) return;
        var units = copy.Lists.Set("units");
        var body = copy.Body.Where(passage => passage.Passage.Place is not Place.Heading).SelectMany(passage => Numbers.In(passage, copy.Lists)).ToList();
        foreach (var passage in above)
        {
            foreach (var number in Numbers.In(passage, copy.Lists).Where(number => number.Thing != "" && !units.Contains(number.Thing)))
            {
                if (body.Exists(other => Matches(number.Value, other.Value))) continue;
                var same = body.Where(other => other.Thing == number.Thing && other.Value <= number.Value * 2 && other.Value >= number.Value / 2).ToList();
                if (same.Count > 0) report.Add(passage, number.At, null, null, ("other", same[0].Text));
            }
        }
    }

    // A round number, within a twentieth of what it rounds.
    private static bool Matches(double one, double other) =>
        one == other || Math.Abs(one - other) <= Math.Max(Math.Abs(one), Math.Abs(other)) * 0.05 && Math.Max(one, other) >= 20 && (IsRound(one) || IsRound(other));

    private static bool IsRound(double number) => number % (number >= 1000 ? 100 : number >= 100 ? 10 : 5) == 0 || number >= 1_000_000;
}
