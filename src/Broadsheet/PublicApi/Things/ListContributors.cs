using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Stories;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>Somebody, or a desk, who signs stories.</summary>
public sealed record PublicContributor
{
    public required Guid Id { get; init; }
    public required ContributorKind Kind { get; init; }

    [Description("As the edition prints it: a pen name stays one.")]
    public required string Name { get; init; }

    public required string Slug { get; init; }
    public required string Bio { get; init; }
    public PublicPicture? Picture { get; init; }

    [Description("The page on the paper.")]
    public required string Url { get; init; }

    internal static PublicContributor Of(Contributor contributor, PaperEdition edition, LoadedPictures pictures, PaperOrigin origin) => new()
    {
        Id = contributor.PublicId,
        Kind = contributor.Kind,
        Name = contributor.PrintedName(edition.Code),
        Slug = contributor.Slug,
        Bio = contributor.PrintedBio(edition.Code),
        Picture = contributor.Picture is { } face && pictures.Find(new(face), null) is var (picture, use) ? PublicPicture.Of(picture, use, edition.Language, null, origin) : null,
        Url = origin.Whole(edition.At(PaperOrigin.Path("by", contributor.Slug))),
    };
}

internal static class ListContributors
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/contributors", Get).Reads<PartQuery, Listed<PublicContributor>>()
        .Describe("readContributors", "Who writes", "Who signs stories, as an edition prints their names, in the order in which they were added.");

    private static async Task<IResult> Get([AsParameters] PartQuery asked, EditionsAsked editions, Newspaper newspaper, StoryPictures pictures, PaperOrigin origin, HttpRequest request, CancellationToken stop)
    {
        var (fields, size, after) = (Fields<PublicContributor>.Read(asked.Fields), Place.SizeOf(asked.Limit), Place.Read(asked.After)?.Key ?? 0);
        var edition = (await editions.OneAsync(asked.Edition, stop)).ForPaper();
        var people = await newspaper.Contributors.AsNoTracking().Where(row => !row.IsHidden && row.Id > after).OrderBy(row => row.Id).Take(size + 1).ToListAsync(stop);
        var faces = (await pictures.LoadAsync(people.Select(one => one.Picture).OfType<Guid>(), stop)).ForOthers();
        return Answer.Part(people.Take(size).Select(one => PublicContributor.Of(one, edition, faces, origin)), fields, request,
            people.Count > size ? new Place(DateTimeOffset.UnixEpoch, people[size - 1].Id) : null);
    }
}
