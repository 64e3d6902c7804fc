using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>What stories are about.</summary>
public sealed record PublicTopic
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    [Description("Unique in its edition; it may change.")]
    public required string Slug { get; init; }

    public required string Description { get; init; }

    [Description("Its page on the paper.")]
    public required string Url { get; init; }

    internal static PublicTopic Of(Topic topic, PaperEdition edition, PaperOrigin origin) => new()
    {
        Id = topic.PublicId,
        Name = topic.Name,
        Slug = topic.Slug,
        Description = topic.Description,
        Url = origin.Whole(edition.At(PaperOrigin.Path("topic", topic.Slug))),
    };
}

internal static class ListTopics
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/topics", Get).Reads<PartQuery, Listed<PublicTopic>>()
        .Describe("readTopics", "An edition’s topics", "The topics of an edition, in the order in which they were made.");

    private static async Task<IResult> Get([AsParameters] PartQuery asked, EditionsAsked editions, Newspaper newspaper, PaperOrigin origin, HttpRequest request, CancellationToken stop)
    {
        var (fields, size, after) = (Fields<PublicTopic>.Read(asked.Fields), Place.SizeOf(asked.Limit), Place.Read(asked.After)?.Key ?? 0);
        var edition = await editions.OneAsync(asked.Edition, stop);
        var topics = await newspaper.Topics.AsNoTracking().Where(row => row.EditionId == edition.Id && row.Id > after).OrderBy(row => row.Id).Take(size + 1).ToListAsync(stop);
        return Answer.Part(topics.Take(size).Select(topic => PublicTopic.Of(topic, edition.ForPaper(), origin)), fields, request,
            topics.Count > size ? new Place(DateTimeOffset.UnixEpoch, topics[size - 1].Id) : null);
    }
}
