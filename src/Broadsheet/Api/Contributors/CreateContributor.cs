using Broadsheet.Accounts;
using Broadsheet.Api.Repeats;
using Broadsheet.Contributors;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Contributors;

/// <summary>POST /api/v1/contributors</summary>
internal static class CreateContributor
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/contributors", Post)
        .Requires(Permission.ArrangePaper)
        .Describe("createContributor", "Make a contributor", "Bylines can name the person or desk at once.")
        .Once();

    internal static Task<Created<ContributorAnswer>> Post(Sent<NewContributor> sent, Staff staff, Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var (asked, check) = (sent.Value, new Asking());
        var name = check.Name("name", asked.Name);
        // From the printed name: an address must not tell whom a pen name hides.
        var slug = check.Slug(asked.Slug, string.IsNullOrWhiteSpace(asked.PenName) ? name : asked.PenName);
        if (await newspaper.Contributors.AnyAsync(row => row.Slug == slug, stop)) check.Wrong("slug", $"There is a contributor called “{slug}”.");
        var contributor = new Contributor(name, slug, asked.Kind ?? ContributorKind.Person);
        await newspaper.WriteAsync(contributor, sent, staff, check, stop);
        check.Done();

        newspaper.Contributors.Add(contributor);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/contributors/{contributor.PublicId}", ContributorAnswer.Of(contributor, staff));
    }, stop);
}
