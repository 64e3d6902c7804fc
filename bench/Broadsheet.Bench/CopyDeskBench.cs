using System.Diagnostics;
using System.Globalization;
using Broadsheet.CopyDesk;

namespace Broadsheet.Bench;

/// <param name="Milliseconds">To check 2,000 words of it: the median of all runs after the first twenty.</param>
public sealed record CopyDeskFigures(string Language, double Milliseconds, double Slowest);

/// <summary>How long the copy desk takes over 2,000 words of clean copy, all rules on, in each language that has rules of its own.</summary>
internal static class CopyDeskBench
{
    private const int Words = 2000;
    private static readonly string[] Languages = ["en", "es", "he", "ar"];

    public static List<CopyDeskFigures> Run(int times, Action<string> tell) =>
        [.. Languages.Select(language => Measure(language, times, tell))];

    public static string Line(IReadOnlyList<CopyDeskFigures> figures) =>
        string.Create(CultureInfo.InvariantCulture, $"result: words_2000_ms={figures.Max(one => one.Milliseconds):0.0}");

    private static CopyDeskFigures Measure(string language, int times, Action<string> tell)
    {
        var passages = TwoThousandWords(CopyOfText.Read(File.ReadAllText($"tests/Broadsheet.Tests/CopyDesk/Clean/{language}.txt")));
        var took = new List<double>();
        for (var run = 0; run < times + 20; run++)
        {
            var from = Stopwatch.GetTimestamp();
            CheckCopy.Run(new(language, passages) { Day = new(2026, 5, 18) });
            if (run >= 20) took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        took.Sort();
        var figures = new CopyDeskFigures(language, took[took.Count / 2], took[^1]);
        tell(string.Create(CultureInfo.InvariantCulture, $"{language}: {figures.Milliseconds:0.0} ms, slowest {figures.Slowest:0.0} ms"));
        return figures;
    }

    private static List<Passage> TwoThousandWords(List<Passage> all)
    {
        var (taken, words) = (new List<Passage>(), 0);
        for (var at = 0; words < Words; at++)
        {
            var passage = all[at % all.Count];
            taken.Add(passage with { Block = $"{at}" });
            words += passage.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        }

        return taken;
    }
}
