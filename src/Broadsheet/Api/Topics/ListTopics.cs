using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Api.Editions;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Topics;

/// <summary>GET /api/v1/topics</summary>
internal static class ListTopics
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/topics", Get)
        .Requires(Permission.WriteArticles)
        .Describe("listTopics", "List topics", "In the order in which they were made.");

    internal static async Task<Ok<Listed<TopicAnswer>>> Get([AsParameters] ListQuery part, [AsParameters] TopicQuery asked, HttpRequest request, Newspaper newspaper, CancellationToken stop)
    {
        var chosen = asked.Edition is null ? null : await newspaper.FindEditionAsync(asked.Edition, stop);
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var start = part.Start;
        var topics = await newspaper.Topics.AsNoTracking().Where(row => row.Id > start && (chosen == null || row.EditionId == chosen.Id)).OrderBy(row => row.Id).PartAsync(part, stop);
        return TypedResults.Ok(part.Part(topics, row => row.Id, row => TopicAnswer.Of(row, editions[row.EditionId]), request));
    }
}

/// <summary>Which topics.</summary>
public sealed record TopicQuery
{
    [Description("Only this edition’s, by id or code.")]
    public string? Edition { get; init; }
}
