using Broadsheet.Storage;
using Broadsheet.Topics;

namespace Broadsheet.Articles;

/// <summary>Topics named in the article's own form: found by their slug or another name, else begun.</summary>
internal static class AddedTopics
{
    public static async Task<List<Guid>> FindOrAddAsync(string names, long edition, Newspaper newspaper, CancellationToken stop)
    {
        var wanted = names.Split([',', '،', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DistinctBy(Slug.Of).ToList();
        var known = await newspaper.TopicsCalledAsync(edition, [.. wanted.Select(Slug.Of)], stop);

        foreach (var name in wanted.Where(name => !known.Any(topic => topic.IsCalled(Slug.Of(name)))).ToList())
        {
            var topic = new Topic(edition, name, Slug.Of(name));
            newspaper.AllTopics.Add(topic);
            known.Add(topic);
        }

        return [.. known.Select(topic => topic.PublicId)];
    }
}
