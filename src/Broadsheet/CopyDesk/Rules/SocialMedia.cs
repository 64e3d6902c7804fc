using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>"wrote on social media": where? Only where somebody said something there, and no platform is named.</summary>
internal sealed class SocialMedia() : Rule("social-media", Harm.Fact, Severity.Ask)
{
    private const int NearBy = 6;

    public override void Check(CopyReading copy, Report report)
    {
        var (said, platforms) = (copy.Lists.Set("posted"), copy.Lists.Set("platforms"));
        foreach (var passage in copy.Prose)
        {
            foreach (var match in copy.Lists.Phrases("social-media").In(passage))
            {
                if (passage.IsQuoted(match.At.Start)) continue;
                var sentence = passage.WordsIn(passage.SentenceAt(match.At.Start));
                var isNamed = false;
                for (var at = sentence.Start.Value; at < sentence.End.Value; at++) isNamed |= platforms.Contains(passage.Words[at].Key);
                var isSaid = false;
                for (var at = Math.Max(sentence.Start.Value, match.First - NearBy); at < Math.Min(sentence.End.Value, match.Last + NearBy); at++) isSaid |= said.Contains(passage.Words[at].Key);
                if (isSaid && !isNamed) report.Add(passage, match.At);
            }
        }
    }
}
