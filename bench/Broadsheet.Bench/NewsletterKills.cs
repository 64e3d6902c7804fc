namespace Broadsheet.Bench;

/// <param name="Duplicates">Mails that came again, each with the Message-ID that it had.</param>
/// <param name="Strange">Mails that came again under another Message-ID, or to somebody unknown.</param>
/// <param name="Allowed">As many as can have been in flight at all kills together.</param>
public sealed record NewsletterKillFigures(int Recipients, int Kills, int Missing, int Duplicates, int Strange, int Allowed);

/// <summary>The real program sends an issue to a real server and is killed over and over; each time it goes on by itself.</summary>
public static class NewsletterKills
{
    public static async Task<NewsletterKillFigures> RunAsync(int recipients, int kills, int seed, TimeSpan pause, Action<string> say)
    {
        var random = new Random(seed);
        await using var sink = await MailSink.OpenAsync(pause);
        await using var paper = await NewsletterPaper.MakeAsync(sink, recipients);
        await paper.StartAsync();
        for (var kill = 1; kill <= kills; kill++)
        {
            await using var program = PaperProcess.Launch(paper.Machine.Data, settings: paper.Settings);
            // Somewhere within its share, so that some of what it was to send is always left.
            var until = (int)((kill - random.NextDouble() * 0.8) * recipients / (kills + 1));
            await sink.WaitForAsync(Math.Max(1, until), TimeSpan.FromMinutes(3));
            await program.KillAsync();
            say($"kill {kill}: {sink.Count} of {recipients} mails handed over");
        }
        await using (PaperProcess.Launch(paper.Machine.Data, settings: paper.Settings)) await paper.SentAsync(TimeSpan.FromMinutes(10));

        var taken = sink.Read().GroupBy(mail => mail.To).ToDictionary(same => same.Key, same => same.ToList());
        var wanted = Enumerable.Range(1, recipients).Select(number => $"reader{number}@harbour.example").ToHashSet();
        return new(recipients, kills, wanted.Count(address => !taken.ContainsKey(address)), taken.Values.Sum(same => same.Count - 1),
            taken.Count(one => !wanted.Contains(one.Key) || one.Value.DistinctBy(mail => mail.Id).Count() > 1), kills * paper.Machine.Mail.Connections);
    }
}
