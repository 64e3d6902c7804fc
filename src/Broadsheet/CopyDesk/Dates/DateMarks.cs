using Broadsheet.CopyDesk.Reading;
using Broadsheet.Document;

namespace Broadsheet.CopyDesk.Dates;

/// <summary>
/// Puts a quiet date mark on every relative day of a body, so that years later "Wednesday" still means one day. Words that were
/// marked in the version before keep that day: a correction made a week later must not move them.
/// </summary>
public static class DateMarks
{
    /// <param name="day">The day the words were written on, by the edition's clock.</param>
    /// <param name="before">The body of the version before, if there was one.</param>
    public static DraftDocument Set(DraftDocument body, string language, DateOnly day, DraftDocument? before = null)
    {
        var lists = Lists.Of(language.Split('-')[0].ToLowerInvariant());
        var known = before is null ? [] : KnownDays(before);
        var passages = CopyOf.Body(body);
        // Quotations run over paragraphs, so the whole body is read before any of it is marked.
        var reading = new CopyReading(new(language, passages));
        var byBlock = reading.Passages.GroupBy(passage => passage.Passage.Block).ToDictionary(group => group.Key, group => group.First());

        return body.WithText(block => !byBlock.TryGetValue(block.Id, out var passage) ? block.Content : Mark(block, passage, lists, language, day, known));
    }

    private static Nodes<Inline> Mark(TextBlock block, PassageReading passage, Lists lists, string language, DateOnly day, Dictionary<(string, string, int), string> known)
    {
        var counts = new Dictionary<string, int>();
        var content = block.Content;
        foreach (var found in RelativeDay.In(passage, lists, language.Split('-')[0].ToLowerInvariant()))
        {
            var words = passage.Text.Substring(found.At.Start, found.At.Length);
            var count = counts[words] = counts.GetValueOrDefault(words) + 1;
            if (passage.Passage.Dated.Any(mark => mark.Touches(found.At))) continue;
            var date = known.GetValueOrDefault((block.Id, words, count)) ?? found.On(day).Iso;
            content = InlineMarks.Put(content, found.At.Start, found.At.Length, new DateMark(date));
        }

        return content;
    }

    private static Dictionary<(string Block, string Words, int Count), string> KnownDays(DraftDocument before)
    {
        var known = new Dictionary<(string, string, int), string>();
        foreach (var block in before.AllBlocks.OfType<TextBlock>())
        {
            var counts = new Dictionary<string, int>();
            foreach (var run in block.Content.OfType<TextRun>())
            {
                if (run.Marks.OfType<DateMark>().FirstOrDefault() is not { } mark) continue;
                var count = counts[run.Text] = counts.GetValueOrDefault(run.Text) + 1;
                known[(block.Id, run.Text, count)] = mark.Date;
            }
        }

        return known;
    }
}
