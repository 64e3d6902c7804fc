using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Planning;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Topics;
using Broadsheet.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bulk;

/// <summary>A part of an act is to be done: looking, changing or taking back. Each part asks for the next, so that the write lane is held briefly.</summary>
public sealed record BulkPart(long Act, BulkState State, long Cursor);

internal sealed class RunBulkPart(Newspaper newspaper, Publication publication, TimeProvider clock) : IJob<BulkPart>
{
    private const int LookedAt = 50;
    private const int Changed = 10;

    public async Task RunAsync(BulkPart work, string key, CancellationToken stop)
    {
        var act = await newspaper.BulkActs.SingleOrDefaultAsync(row => row.Id == work.Act, stop);
        if (act is null || act.State != work.State || act.Cursor != work.Cursor) return;

        var isOver = work.State == BulkState.Looking ? await LookAsync(act, stop) : await WorkAsync(act, stop);
        if (isOver) (act.State, act.Cursor) = (act.State switch { BulkState.Looking => BulkState.Ready, BulkState.Running => BulkState.Done, _ => BulkState.TakenBack }, 0);
        else newspaper.Next(act, clock.GetUtcNow());
        act.Revision++;
        await newspaper.SaveChangesAsync(stop);
    }

    private async Task<bool> LookAsync(BulkAct act, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var ids = await ScopeOf(act, names).Where(row => row.Article.Id > act.Cursor).OrderBy(row => row.Article.Id).Select(row => row.Article.Id).Take(LookedAt).ToListAsync(stop);
        var articles = await newspaper.Articles.AsNoTracking().Include(row => row.Draft).Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(stop);
        var change = await ChangeOfContent.LoadAsync(act.Change, newspaper, stop);
        foreach (var article in articles)
        {
            var hits = act.Change.IsReplacement ? await HitsAsync(article, change, stop) : [];
            if (act.Change.IsReplacement && hits.Count == 0) continue;
            newspaper.BulkLines.Add(new BulkLine
            {
                ActId = act.Id,
                ArticleId = article.Id,
                Headline = article.WorkingHeadline,
                IsPublished = article.IsPublished,
                Hits = hits,
                Revision = article.Draft.Revision,
                // Where all of it is said by others, nothing shall be changed unless somebody ticks it.
                IsChosen = hits.Count == 0 || hits.Any(hit => hit.IsChosen)
            });
            act.Total++;
        }
        if (ids.Count > 0) act.Cursor = ids[^1];
        return ids.Count < LookedAt;
    }

    // What the draft says and what readers see; where both say the same it is shown once.
    private async Task<IReadOnlyList<BulkHit>> HitsAsync(Article article, ChangeOfContent change, CancellationToken stop)
    {
        var hits = change.HitsIn(article.Draft.Content, article);
        if (!article.IsPublished) return [.. hits];
        var shown = await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == article.PublishedVersionId, stop);
        return shown.ContentJson is null ? [.. hits] : [.. hits.UnionBy(change.HitsIn(shown.Content, article), hit => hit.Place)];
    }

    private IQueryable<PlannedStory> ScopeOf(BulkAct act, PlanningNames names)
    {
        var query = QueryHelpers.ParseQuery(act.Scope);
        if (!query.TryGetValue("ids", out var listed)) return StoryFilter.Read(new QueryCollection(query)).Of(newspaper.PlannedStories(), names, act.By);
        var ids = listed.ToString().Split(',').Select(id => long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return newspaper.PlannedStories().Where(row => ids.Contains(row.Article.Id));
    }

    private async Task<bool> WorkAsync(BulkAct act, CancellationToken stop)
    {
        var wanted = act.State == BulkState.Running ? BulkOutcome.Planned : BulkOutcome.Changed;
        var lines = await newspaper.BulkLines.Where(row => row.ActId == act.Id && row.Id > act.Cursor && row.Outcome == wanted && row.IsChosen).OrderBy(row => row.Id).Take(Changed).ToListAsync(stop);
        var change = await ChangeOfContent.LoadAsync(act.Change, newspaper, stop);
        foreach (var line in lines)
        {
            var article = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == line.ArticleId, stop);
            if (act.State == BulkState.Running) await ChangeAsync(act, line, article, change, stop);
            else await TakeBackAsync(act, line, article, stop);
            act.Done++;
            act.Cursor = line.Id;
        }
        return lines.Count < Changed;
    }

    private async Task ChangeAsync(BulkAct act, BulkLine line, Article article, ChangeOfContent change, CancellationToken stop)
    {
        // Somebody has written in it since it was shown: what would be changed is not what was looked at.
        if (act.Change.ChangesContent && article.Draft.Revision != line.Revision)
        {
            Skip(line, Text.T("bulk.skipped.changed"));
            return;
        }
        if (!change.Fits(article))
        {
            Skip(line, Text.T("bulk.skipped.edition"));
            return;
        }
        try
        {
            if (act.Change.ChangesContent) line.Done = await publication.ChangeAsync(article, content => change.Apply(content, article, line.Hits), line.IsShown, act.By, act.Reason, stop);
            await ChangePlanAsync(act.Change, line, article, stop);
            line.Outcome = BulkOutcome.Changed;
        }
        catch (ArticleException refused)
        {
            Skip(line, refused.Message);
        }
        catch (DocumentException tooMuch)
        {
            Skip(line, tooMuch.Message);
        }
    }

    private async Task ChangePlanAsync(BulkChange change, BulkLine line, Article article, CancellationToken stop)
    {
        if (change.AssignTo is null && change.Stage is null) return;
        var plan = await newspaper.PlanOfAsync(article.Id, stop);
        line.Plan = new(article.AssignedTo, plan.Stage);
        if (change.AssignTo is { } member) article.AssignedTo = member == 0 ? null : member;
        if ((await newspaper.SettingAsync<Stages>(stop)).Find(change.Stage) is { IsByItself: false } stage) plan.MoveTo(stage, clock.GetUtcNow());
    }

    private async Task TakeBackAsync(BulkAct act, BulkLine line, Article article, CancellationToken stop)
    {
        var back = line.Done is { } done ? await publication.ChangeBackAsync(article, done, act.By, Text.T("bulk.takenBack.reason", ("reason", act.Reason)), stop) : ChangedBack.All;
        if (line.Plan is { } before)
        {
            var plan = await newspaper.PlanOfAsync(article.Id, stop);
            article.AssignedTo = before.AssignedTo;
            var stages = await newspaper.SettingAsync<Stages>(stop);
            plan.MoveTo(stages.Find(before.Stage) ?? stages.First, clock.GetUtcNow());
        }
        line.Outcome = back == ChangedBack.Nothing ? BulkOutcome.Refused : BulkOutcome.TakenBack;
        line.Why = back == ChangedBack.All ? "" : Text.T($"bulk.takenBack.{back}");
    }

    private static void Skip(BulkLine line, string why) => (line.Outcome, line.Why) = (BulkOutcome.Skipped, why);
}

internal static class BulkParts
{
    extension(Newspaper newspaper)
    {
        /// <summary>Asks for the next part of what the act is at.</summary>
        public void Next(BulkAct act, DateTimeOffset now) =>
            newspaper.Enqueue(new BulkPart(act.Id, act.State, act.Cursor), now, $"bulk/{act.Id}/{act.State}/{act.Cursor}/{Guid.CreateVersion7(now):N}");
    }
}

/// <summary>What an act does to a story's content.</summary>
internal sealed class ChangeOfContent(BulkChange change, IReadOnlyDictionary<Guid, long> editions, IReadOnlyDictionary<long, string> languages)
{
    private readonly TextReplacement? _text = change.IsReplacement ? new(change) : null;

    public static async Task<ChangeOfContent> LoadAsync(BulkChange change, Newspaper newspaper, CancellationToken stop)
    {
        var ids = new[] { change.Section, change.AddTopic }.OfType<Guid>().ToList();
        var sections = await newspaper.Sections.Where(row => ids.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.EditionId, stop);
        var topics = await newspaper.Topics.Where(row => ids.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.EditionId, stop);
        return new(change, sections.Concat(topics).ToDictionary(), await newspaper.Editions.ToDictionaryAsync(row => row.Id, row => row.Language, stop));
    }

    /// <summary>Whether a story can stand where it is to be put: sections and topics are an edition's own.</summary>
    public bool Fits(Article article) =>
        new[] { change.Section, change.AddTopic }.OfType<Guid>().All(id => editions.TryGetValue(id, out var edition) && edition == article.EditionId);

    public IReadOnlyList<BulkHit> HitsIn(ArticleContent content, Article article) => _text?.HitsIn(content, languages[article.EditionId]) ?? [];

    /// <param name="hits">The places that were shown, and whether each is ticked.</param>
    public ArticleContent Apply(ArticleContent content, Article article, IReadOnlyList<BulkHit> hits)
    {
        var changed = _text?.Apply(content, languages[article.EditionId], hits) ?? content;
        if (change.Section is { } section) changed = changed with { Section = section };
        if (change.AddTopic is { } added) changed = changed with { Topics = [.. changed.Topics.Union([added])] };
        if (change.RemoveTopic is { } removed) changed = changed with { Topics = [.. changed.Topics.Where(id => id != removed)] };
        return changed;
    }
}
