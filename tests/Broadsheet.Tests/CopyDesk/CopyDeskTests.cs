using System.Runtime.CompilerServices;
using Broadsheet.CopyDesk;
using Broadsheet.CopyDesk.Files;
using Broadsheet.Document.Reading;

namespace Broadsheet.Tests.CopyDesk;

/// <summary>What the desk reports, and what it leaves alone. Fixtures are our own sentences.</summary>
public sealed class CopyDeskTests
{
    private static readonly string[] Languages = ["en", "es", "he", "ar"];
    private static readonly DateOnly Monday = new(2026, 5, 18);

    public static TheoryData<string, string, string> Faults => [.. File.ReadLines(Path.Combine(Folder(), "Faults.txt"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ", 3)).Select(parts => (parts[0].Trim(), parts[1].Trim(), parts[2]))];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_and_nothing_else_of_its_rule(string rule, string language, string text)
    {
        var meant = new List<string>();
        var passages = text.Split('¶', StringSplitOptions.TrimEntries).Select((part, place) => Passage(part, place, meant)).ToList();

        var findings = CheckCopy.Run(new(language, passages) { Day = Monday, PaperName = "The Harbour Post" });

        Assert.Equal(meant, findings.Where(found => found.Rule == rule).Select(found => found.Words));
    }

    [Fact]
    public void Clean_copy_gives_at_most_one_false_alarm_in_a_thousand_words()
    {
        var (words, alarms) = (0, new List<string>());
        foreach (var language in Languages)
        {
            var copy = new Copy(language, CopyOfText.Read(File.ReadAllText(Path.Combine(Folder(), "Clean", $"{language}.txt")))) { Day = Monday, PaperName = "The Harbour Post" };
            var counted = copy.Passages.Sum(passage => passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.True(counted > 2000, $"{language}: {counted} words");
            words += counted;
            alarms.AddRange(CheckCopy.Run(copy).Select(found => $"{language} {found.Rule}: {found.Words}"));
        }

        // The stories of the sample paper, which were not written for this.
        foreach (var file in Directory.GetFiles(Path.Combine(Folder(), "../../../src/Broadsheet/Sample/paper/stories"), "*.md", SearchOption.AllDirectories))
        {
            var (language, text) = (Path.GetFileName(Path.GetDirectoryName(file))!, File.ReadAllText(file).Split("---", 3)[2]);
            var copy = new Copy(language, CopyOf.Body(MarkdownReader.Read(text).Document)) { Day = Monday };
            words += copy.Passages.Sum(passage => passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            alarms.AddRange(CheckCopy.Run(copy).Select(found => $"{language} {found.Rule}: {found.Words}"));
        }

        Assert.True(words > 15_000, $"{words} words");
        Assert.True(alarms.Count * 1000 <= words, string.Join(Environment.NewLine, alarms));
    }

    // Copy that was written after the rules: news, features, interviews and reports as people write them, parted by a line of dashes.
    [Fact]
    public void Copy_that_no_rule_was_written_for_gives_no_more_in_any_language() => Assert.All(Languages, language =>
    {
        var (words, alarms) = (0, new List<string>());
        foreach (var story in File.ReadAllText(Path.Combine(Folder(), "Fresh", $"{language}.txt")).ReplaceLineEndings("\n").Split("\n---\n"))
        {
            var copy = new Copy(language, CopyOfText.Read(story.Trim())) { Day = Monday, PaperName = "The Harbour Post" };
            words += copy.Passages.Sum(passage => passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            alarms.AddRange(CheckCopy.Run(copy).Select(found => $"{found.Rule}: {found.Words}"));
        }

        Assert.True(words >= 2500, $"{language}: {words} words");
        Assert.True(alarms.Count * 1000 <= words, string.Join(Environment.NewLine, alarms));
    });

    [Fact]
    public void Every_built_in_rule_has_a_fault_and_its_words_and_none_ships_as_stop()
    {
        var written = File.ReadAllText(Path.Combine(Folder(), "Faults.txt"));
        // Those that need a picture or a link are shown firing below.
        string[] others = ["picture-date", "no-alt-text", "dead-link"];
        Assert.All(CheckCopy.BuiltIn, rule =>
        {
            Assert.True(others.Contains(rule.Id) || written.Contains($"\n{rule.Id} | ", StringComparison.Ordinal), rule.Id);
            Assert.NotEqual(Severity.Stop, rule.Usual);
            foreach (var key in (string[])["", ".found", ".advice"]) Assert.True(Broadsheet.Web.Text.Has($"copy.rule.{rule.Id}{key}"), rule.Id + key);
        });
    }

    [Fact]
    public void Pictures_and_links_are_looked_at()
    {
        var old = new PictureFacts(new(2022, 2, 4));
        Passage[] passages =
        [
            new("p1", Place.Paragraph, "See the report.") { Links = [new(new(4, 10), "/city/gone")] },
            new("f1", Place.Caption, "The harbour at dusk.") { Picture = old }, new("f1", Place.AltText, ""),
            new("f2", Place.Caption, "The harbour at dusk, Feb. 4, 2022.") { Picture = old }, new("f2", Place.AltText, "Boats"),
        ];

        var findings = CheckCopy.Run(new("en", passages) { Day = Monday, DeadLinks = new HashSet<string> { "/city/gone" } });

        Assert.Equal(["dead-link p1", "no-alt-text f1", "picture-date f1"], findings.Select(found => $"{found.Rule} {found.Block}").Order());
    }

    [Fact]
    public void A_story_that_runs_again_asks_for_its_days()
    {
        var copy = new Copy("en", [new("p1", Place.Paragraph, "The bridge closed on Wednesday.")]) { Day = new(2026, 5, 30), FirstDay = Monday };

        var found = Assert.Single(CheckCopy.Run(copy));

        Assert.Contains("Wednesday 13 May 2026", found.Message);
    }

    [Fact]
    public void Words_in_quotation_marks_are_never_mended()
    {
        Passage[] passages = [new("p1", Place.Paragraph, "“We must must condemn on it on a daily basis,” said Ruth Penrose. He said they condemn on it.")];

        var findings = CheckCopy.Run(new("en", passages) { Day = Monday });

        Assert.Equal([("must must", null), ("condemn on", null), ("condemn on", "condemn")], findings.OrderBy(found => found.Start).Select(found => (found.Words, found.Fix)));
        Assert.StartsWith("These words are quoted: check the source", findings.First(found => found.Words == "must must").Advice);
    }

    [Fact]
    public void The_list_is_by_harm()
    {
        var findings = CheckCopy.Run(new("en", CopyOfText.Read(File.ReadAllText(Path.Combine(Folder(), "Story.txt")))) { Day = new(2026, 3, 20) });

        Assert.Equal(findings.OrderBy(found => found.Harm).Select(found => found.Rule), findings.Select(found => found.Rule));
        Assert.Equal([Harm.Fact, Harm.Grammar, Harm.Style], findings.Select(found => found.Harm).Distinct());
    }

    [Fact]
    public void A_story_with_the_faults_of_the_page_we_begin_from() => HasFaults(Path.Combine(Folder(), "Story.txt"), new(2026, 3, 20), "Jianbo", "condemn on", "minister, Chen Jianbo,", "Tariq Mansour", "calls for calm");

    // Its text belongs to its publisher and stands beside the repository at most.
    [Fact]
    public void The_page_we_begin_from()
    {
        var page = Path.GetFullPath(Path.Combine(Folder(), "../../../../shared/one-page.txt"));
        if (!File.Exists(page)) Assert.Skip("It is not here.");

        HasFaults(page, new(2023, 3, 17), "Wenbin", "condemn on", "spokesperson, Wang Wenbin,", "Volodymyr Zelenskyy", "respected");
        Assert.Equal([("Wednesday", "2023-03-22"), ("Thursday", "2023-03-16")], CheckedFile.Of(page, "en", new(2023, 3, 17), "", HouseStyle.Empty).Days.Select(day => (day.Words, day.Date)));
    }

    private static void HasFaults(string file, DateOnly day, string given, string verb, string title, string bracketed, string beforeSplice)
    {
        var read = CheckedFile.Of(file, "en", day, "", HouseStyle.Empty);
        string[] Words(string rule) => [.. read.Findings.Where(found => found.Rule == rule).Select(found => found.Words)];

        Assert.Equal(2, Words("unended-paragraph").Length);
        Assert.Equal([given], Words("given-name"));
        Assert.Equal([verb], Words("verb-preposition"));
        Assert.Equal([title], Words("title-commas"));
        Assert.Equal([bracketed], Words("named-in-brackets"));
        Assert.Contains("likely", Words("who-says-so"));
        Assert.Equal(5, Words("quotation-source").Length);
        var splice = Assert.Single(read.Findings, found => found.Rule == "comma-splice");
        Assert.EndsWith(beforeSplice, read.Passages.First(passage => passage.Block == splice.Block).Text[..splice.Start]);
        // What else it says was read by us, one by one: each is a question that an editor could ask.
        Assert.InRange(read.Findings.Count, 15, 26);
        Assert.DoesNotContain(read.Findings, found => found.Rule == "relative-day");
    }

    private static Passage Passage(string part, int place, List<string> meant)
    {
        var where = part[..2] switch { "H:" => Place.Headline, "S:" => Place.Standfirst, _ => Place.Paragraph };
        var text = where == Place.Paragraph ? part : part[2..].Trim();
        for (var open = text.IndexOf('⟦'); open >= 0; open = text.IndexOf('⟦'))
        {
            var close = text.IndexOf('⟧');
            meant.Add(text[(open + 1)..close]);
            text = text.Remove(close, 1).Remove(open, 1);
        }

        return new($"p{place}", where, text);
    }

    internal static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
