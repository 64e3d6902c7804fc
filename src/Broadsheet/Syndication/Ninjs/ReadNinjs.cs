using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Syndication.Ninjs;

/// <summary>/politics/the-story.ninjs.json: a story for other newsrooms' systems, as far as everybody may read it and its source lets others print it.</summary>
internal static class ReadNinjs
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/{section}/{slug}.ninjs.json", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string section, string slug, HttpContext http, Newspaper newspaper, FeedStories stories, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition
            || await newspaper.StoryAtAsync(edition, section, slug, clock.GetUtcNow(), stop) is not { } found
            || !NinjsFeed.MayLeave(found)
            || await stories.OfAsync([found], edition, stop) is not [{ Story: { } story } entry])
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var item = new NinjsItem(edition.ForPaper(), origin, await newspaper.SettingAsync<MachineTerms>(stop)).Of(entry, story);
        item.Insert(0, "standard", NinjsItem.Standard());
        return MachineAnswer.Of(NinjsFeed.Bytes(item), "application/json; charset=utf-8");
    }
}
