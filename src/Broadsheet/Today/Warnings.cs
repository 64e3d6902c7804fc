using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Planning;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Today;

/// <summary>One line of what is not as it should be, and where it is put right.</summary>
public sealed record TodayWarning(string Text, string Href);

/// <summary>What goes wrong unless somebody looks.</summary>
internal static class Warnings
{
    private static readonly TimeSpan RightsSoon = TimeSpan.FromDays(7);

    public static async Task<IReadOnlyList<TodayWarning>> ForAsync(Staff staff, Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var found = new List<TodayWarning>();
        if (staff.May(Permission.PublishArticles))
        {
            var stories = newspaper.PlannedStories();
            Add("today.late", await stories.InHand().CountAsync(row => row.Plan!.DueAt < now, stop), "/newsroom/articles?due=late");
            var soon = now + RightsSoon;
            Add("today.rights", await newspaper.Articles.Published(now).CountAsync(row => row.RightsEnd < soon, stop), "/newsroom/articles?stage=published");
            var old = now - KeepReady.Fresh;
            Add("today.kept", await newspaper.KeptReady().CountAsync(row => (row.Plan!.ReadOverAt ?? row.Article.Draft.SavedAt) < old, stop), "/newsroom/obituaries");
        }
        if (staff.May(Permission.RunMachine)) Add("today.jobs", await newspaper.Set<Job>().GivenUp().CountAsync(stop), "/newsroom/jobs");
        return found;

        void Add(string text, int count, string href)
        {
            if (count > 0) found.Add(new(Text.T(text, ("count", count)), href));
        }
    }
}
