using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.FrontPage;

/// <summary>A breaking-news line as typed.</summary>
public sealed record BreakingForm(string Text, string Story, string Until, Guid Stamp)
{
    /// <summary>Characters: more is no line.</summary>
    public const int Longest = 140;

    public static BreakingForm Read(IFormCollection form) => new(
        form["Text"].ToString().Trim(), form["Story"].ToString(), form["Until"].ToString().Trim(), Guid.TryParse(form["Stamp"], out var stamp) ? stamp : Guid.Empty);

    /// <summary>The line that stands; when none does, one that would hold for two hours.</summary>
    public static BreakingForm Of(BreakingLine? line, Edition edition, DateTimeOffset now) => line?.Until > now
        ? new(line.Text, line.Story?.ToString() ?? "", edition.FieldTime(line.Until), line.Stamp)
        : new("", "", edition.FieldTime(now.AddHours(2)), line?.Stamp ?? Guid.Empty);

    public DateTimeOffset? UntilOn(Edition edition) => edition.ReadFieldTime(Until);

    public Problems Check(Edition edition, DateTimeOffset now)
    {
        var problems = new Problems();
        if (Text.Length == 0) problems.Add("Text", T("frontPage.breaking.problem.text"));
        if (Text.Length > Longest) problems.Add("Text", T("frontPage.breaking.problem.long", ("most", Longest)));
        if (UntilOn(edition) is not { } until) problems.Add("Until", T("frontPage.breaking.problem.until"));
        else if (until <= now) problems.Add("Until", T("frontPage.breaking.problem.past"));
        return problems;
    }
}

/// <param name="Until">When the line that stands ends, in words; null: none stands.</param>
/// <param name="IsRefused">What was typed was not taken: the problems are its own.</param>
public sealed record BreakingDesk(BreakingForm Form, bool IsRefused, string? Until, IReadOnlyList<Choice> Stories);

/// <summary>What the desk shows of the breaking-news line.</summary>
public sealed class BreakingDesks(Newspaper newspaper, DeskStories stories, TimeProvider clock)
{
    /// <param name="latest">The stories that it may lead to without a search.</param>
    public async Task<BreakingDesk> OfAsync(Edition edition, BreakingForm? refused, IReadOnlyList<DeskStory> latest, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var line = await newspaper.BreakingLines.AsNoTracking().SingleOrDefaultAsync(row => row.EditionId == edition.Id, stop);
        var form = refused is null ? BreakingForm.Of(line, edition, now) : refused with { Stamp = line?.Stamp ?? Guid.Empty };
        List<DeskStory> found = [.. latest];
        if (Guid.TryParse(form.Story, out var chosen) && found.All(story => story.Id != chosen)) found.AddRange((await stories.NamedAsync([chosen], edition, stop)).Values);
        return new(form, refused is not null, line?.Until > now ? ArticleStateText.Time(line.Until, edition) : null, [.. found.Select(story => new Choice(story.Id.ToString(), story.Headline))]);
    }
}
