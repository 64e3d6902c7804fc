using System.ComponentModel;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Topics;

namespace Broadsheet.Api.Topics;

/// <summary>What can be said and changed about a topic. In a change, what is absent stays as it is.</summary>
public record TopicFields
{
    [Description("As printed under articles.")]
    public string? Name { get; init; }

    [Description("A line about it, for its page and for search engines.")]
    public string? Description { get; init; }
}

/// <summary>A new topic.</summary>
public sealed record NewTopic : TopicFields
{
    [Description("The edition it belongs to, by id or code. Absent: the first edition.")]
    public string? Edition { get; init; }

    [Description("Its name in the address /topic/{slug}. Absent: made from the name. It cannot be changed here.")]
    public string? Slug { get; init; }
}

/// <summary>What articles are about.</summary>
public sealed record TopicAnswer
{
    [Description("Names the topic for ever.")]
    public required Guid Id { get; init; }

    [Description("The code of its edition; empty for the first.")]
    public required string Edition { get; init; }

    [Description("As printed under articles.")]
    public required string Name { get; init; }

    [Description("Its name in the address.")]
    public required string Slug { get; init; }

    [Description("A line about it.")]
    public required string Description { get; init; }

    [Description("Its path on the paper.")]
    public required string Url { get; init; }

    internal static TopicAnswer Of(Topic topic, Edition edition) => new()
    {
        Id = topic.PublicId,
        Edition = edition.Code,
        Name = topic.Name,
        Slug = topic.Slug,
        Description = topic.Description,
        Url = edition.PathOf(PaperOrigin.Path("topic", topic.Slug)),
    };
}
