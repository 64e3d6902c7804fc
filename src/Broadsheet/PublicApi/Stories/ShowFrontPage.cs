using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.FrontPage;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Things;
using Broadsheet.Storage;

namespace Broadsheet.PublicApi.Stories;

/// <summary>An edition's front page as editors arranged it.</summary>
public sealed record PublicFrontPage
{
    public required PublicEdition Edition { get; init; }

    [Description("The line of breaking news, while one holds.")]
    public PublicBreaking? Breaking { get; init; }

    [Description("Its zones in the order in which they stand; no story stands in two.")]
    public required IReadOnlyList<PublicZone> Zones { get; init; }
}

/// <summary>A zone of a front page.</summary>
public sealed record PublicZone
{
    [Description("As the paper’s theme calls it, such as lead; a zone of each section comes once a section.")]
    public required string Name { get; init; }

    [Description("The section it shows, where it is one’s own.")]
    public PublicSection? Section { get; init; }

    public required IReadOnlyList<PublicStory> Stories { get; init; }
}

/// <summary>Breaking news.</summary>
public sealed record PublicBreaking
{
    public required string Text { get; init; }

    [Description("The story it leads to; absent while there is none to read.")]
    public string? Url { get; init; }
}

internal static class ShowFrontPage
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/front-page", Get).Reads<EditionQuery, PublicFrontPage>()
        .Describe("readFrontPage", "An edition’s front page", "The zones of the front page in their order, each with its stories, and the line of breaking news.");

    private static async Task<IResult> Get([AsParameters] EditionQuery asked, EditionsAsked editions, FrontPageArrangement arrangement, PublicStories stories, Newspaper newspaper, StoryViews views, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        var edition = await editions.OneAsync(asked.Edition, stop);
        var paper = edition.ForPaper();
        var arranged = await arrangement.ArrangeAsync(paper, stop);
        var made = (await stories.OfAsync([.. arranged.SelectMany(zone => zone.Stories)], paper, stop)).ToDictionary(story => story.Id);
        var breaking = await new BreakingPart(newspaper, views, clock).OfAsync(paper, null, stop);
        return Answer.Of(new PublicFrontPage
        {
            Edition = PublicEdition.Of(edition, origin),
            Breaking = breaking is null ? null : new() { Text = breaking.Text, Url = breaking.Href is { } href ? origin.Whole(href) : null },
            Zones = [.. arranged.Select(filled => new PublicZone
            {
                Name = filled.Zone.Theme.Name,
                Section = filled.Zone.Section is { } section ? PublicSection.Of(section, paper, origin) : null,
                Stories = [.. filled.Stories.Select(story => made.GetValueOrDefault(story.Shown.PublicId)).OfType<PublicStory>()],
            })],
        });
    }
}
