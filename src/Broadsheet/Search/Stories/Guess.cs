using Broadsheet.Document.Folding;
using Broadsheet.Editions;
using Broadsheet.Search.Index;
using Broadsheet.Search.Questions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Stories;

/// <summary>
/// What somebody may have meant who found nothing: words that no story has, exchanged for one a letter or two away that some have. It is offered only if it
/// finds something that readers may see.
/// </summary>
internal sealed class Guess(Newspaper newspaper)
{
    // In a word of three letters any other is near.
    private const int Shortest = 4, LongEnoughForTwo = 7, Most = 3000;

    internal async Task<string?> FindAsync(Edition edition, Question question, Asked asked, CancellationToken stop)
    {
        var parts = new List<Part>();
        foreach (var part in question.Parts) parts.Add(part.IsUnwanted ? part : part with { Text = await RightAsync(part.Text, edition, stop) });
        if (parts.SequenceEqual(question.Parts)) return null;

        var right = AskedOf.Parts(parts, edition.Language) with { Marks = asked.Marks, From = asked.From, To = asked.To };
        var found = await ArticleIndex.Of(newspaper).FindAsync(newspaper, ArticleIndex.Paper, right, inHead: false, 1, stop);
        return found.Count > 0 ? (question with { Parts = parts }).Write() : null;
    }

    private async Task<string> RightAsync(string text, Edition edition, CancellationToken stop)
    {
        var right = new System.Text.StringBuilder(text);
        // From the end, so that what stands before keeps its place.
        foreach (var word in Word.In(text).Where(word => word.Grams == 0 && word.Folded.Length >= Shortest && word.Folded.All(char.IsLetter)).Reverse())
        {
            if (await NearestAsync(word.Folded, edition, stop) is { } near) right.Remove(word.At, word.Length).Insert(word.At, near);
        }
        return right.ToString();
    }

    private async Task<string?> NearestAsync(string word, Edition edition, CancellationToken stop)
    {
        if (await newspaper.SearchWords.AnyAsync(row => row.EditionId == edition.Id && row.Word == word, stop)) return null;

        var reach = word.Length >= LongEnoughForTwo ? 2 : 1;
        var shapes = Enumerable.Range(word.Length - reach, 2 * reach + 1).Select(length => SearchWord.ShapeOf(word, length)).ToList();
        var near = await newspaper.SearchWords.AsNoTracking().Where(row => row.EditionId == edition.Id && shapes.Contains(row.Shape))
            .OrderByDescending(row => row.Entries).ThenBy(row => row.Word).Take(Most).ToListAsync(stop);
        return near.Select(row => (row.Word, row.Entries, Away: WordDistance.Of(word, row.Word, reach))).Where(one => one.Away <= reach)
            .OrderBy(one => one.Away).ThenByDescending(one => one.Entries).ThenBy(one => one.Word, StringComparer.Ordinal).Select(one => one.Word).FirstOrDefault();
    }
}

/// <summary>How many letters must be exchanged, left out, put in or swapped with their neighbour to make one word of the other.</summary>
internal static class WordDistance
{
    /// <param name="most">Beyond this it is not counted on.</param>
    internal static int Of(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;

        int[] before = [], last = [.. Enumerable.Range(0, other.Length + 1)];
        for (var at = 1; at <= one.Length; at++)
        {
            var row = new int[other.Length + 1];
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                row[to] = Math.Min(Math.Min(last[to], row[to - 1]) + 1, last[to - 1] + (one[at - 1] == other[to - 1] ? 0 : 1));
                if (at > 1 && to > 1 && one[at - 1] == other[to - 2] && one[at - 2] == other[to - 1]) row[to] = Math.Min(row[to], before[to - 2] + 1);
            }
            if (row.Min() > most) return most + 1;
            (before, last) = (last, row);
        }
        return last[^1];
    }
}
