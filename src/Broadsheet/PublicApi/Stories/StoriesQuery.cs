using System.ComponentModel;

namespace Broadsheet.PublicApi.Stories;

/// <summary>What is asked of the list of stories. Filters narrow each other.</summary>
public sealed record StoriesQuery
{
    [Description("An edition’s id or its code, such as he; the first edition unless given.")]
    public string? Edition { get; init; }

    [Description("A section’s id or slug; what is also shown there counts.")]
    public string? Section { get; init; }

    [Description("A topic’s id or slug.")]
    public string? Topic { get; init; }

    [Description("A series’ id or slug. They come the newest first all the same; /series/{id} has them in order.")]
    public string? Series { get; init; }

    [Description("A contributor’s id or slug.")]
    public string? Contributor { get; init; }

    [Description("Stories of all editions in this language, such as he; pt finds pt-BR, too.")]
    public string? Language { get; init; }

    [Description("First published then or later: 2026-11-28T06:00:00Z, or a day (UTC).")]
    public string? Since { get; init; }

    [Description("First published before.")]
    public string? Until { get; init; }

    [Description("Which members of each are wanted, with commas between; all unless given. The id is always there.")]
    public string? Fields { get; init; }

    [Description("How many at most, from 1 to 100; 20 unless given. A part may hold fewer and yet have a next.")]
    public string? Limit { get; init; }

    [Description("Where the last part ended. Follow “next” of the answer rather than making one.")]
    public string? After { get; init; }
}

/// <summary>What is asked of one story.</summary>
public sealed record StoryQuery
{
    [Description("Which members are wanted, with commas between; all unless given. The id is always there.")]
    public string? Fields { get; init; }
}
