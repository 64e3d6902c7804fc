using Broadsheet.Accounts;
using Broadsheet.Api.Editions;
using Broadsheet.Api.Repeats;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Topics;

/// <summary>POST /api/v1/topics</summary>
internal static class CreateTopic
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/topics", Post)
        .Requires(Permission.ArrangePaper)
        .Describe("createTopic", "Make a topic", "Articles can name it at once.")
        .Once();

    internal static Task<Created<TopicAnswer>> Post(Sent<NewTopic> sent, Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var (asked, check) = (sent.Value, new Asking());
        var edition = await newspaper.FindEditionAsync(asked.Edition, stop);
        var name = check.Name("name", asked.Name);
        var slug = check.Slug(asked.Slug, name);
        if (await newspaper.Topics.AnyAsync(row => row.EditionId == edition.Id && row.Slug == slug, stop)) check.Wrong("slug", $"This edition has a topic called “{slug}”.");
        check.Done();

        var topic = new Topic(edition.Id, name, slug) { Description = Asking.Words(asked.Description) };
        newspaper.AllTopics.Add(topic);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/topics/{topic.PublicId}", TopicAnswer.Of(topic, edition));
    }, stop);
}
