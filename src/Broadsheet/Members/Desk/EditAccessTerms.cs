using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Members.Desk;

/// <summary>How much is for everybody, as typed.</summary>
public sealed record TermsOfAccess(string Preview, string Meter)
{
    public static TermsOfAccess Of(AccessTerms terms) => new(terms.PreviewBlocks.ToString(CultureInfo.InvariantCulture), terms.StoriesAMonth.ToString(CultureInfo.InvariantCulture));

    public (Problems Problems, AccessTerms Terms) Check()
    {
        var problems = new Problems();
        return (problems, new AccessTerms { PreviewBlocks = Number(nameof(Preview), Preview), StoriesAMonth = Number(nameof(Meter), Meter) });

        int Number(string field, string typed)
        {
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 50) return number;
            problems.Add(field, T("terms.problem.number"));
            return 0;
        }
    }
}

/// <summary>POST /newsroom/tiers/access/1. Every save adds to the history of settings.</summary>
public static class EditAccessTerms
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/tiers/access/{edition:long}", Post).Requires(Permission.RunDonations);

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (!await newspaper.Editions.AnyAsync(row => row.Id == edition, stop)) return TypedResults.NotFound();

        var form = new TermsOfAccess(fields["Preview"].ToString().Trim(), fields["Meter"].ToString().Trim());
        var (problems, terms) = form.Check();
        if (problems.Any) return await ListTiers.AnswerAsync(newspaper, (edition, form), problems, StatusCodes.Status422UnprocessableEntity, stop);

        newspaper.SetSettingOf(edition, terms, staff.By, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/tiers");
    }
}
