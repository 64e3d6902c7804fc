using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Archive;

/// <summary>Reads a part of the archive and writes down the next as a job: a restart goes on where it was, and others write in between.</summary>
internal sealed class ReadArchivePart(Newspaper newspaper, ArchiveReading archive, TimeProvider clock) : IJob<ArchivePart>
{
    private const int Stories = 20;

    public async Task RunAsync(ArchivePart work, string key, CancellationToken stop)
    {
        if (await newspaper.ArchiveRuns.SingleOrDefaultAsync(row => row.Id == work.Run, stop) is not { EndedAt: null } run) return;

        var read = await archive.NextAsync(work.AfterArticle, Stories, stop);
        foreach (var (article, findings) in read.Where(one => one.Findings.Count > 0))
            newspaper.ArchiveFindings.Add(new(run.Id, article.Id, article.Headline, findings.Count, findings));
        run.Advance(read.Count, read.Sum(one => one.Findings.Count));
        if (read.Count < Stories) run.End(clock.GetUtcNow());
        else newspaper.Enqueue(new ArchivePart(run.Id, read[^1].Article.Id), clock.GetUtcNow(), $"copy-archive/{run.Id}/{read[^1].Article.Id}");
        await newspaper.SaveChangesAsync(stop);
    }
}
