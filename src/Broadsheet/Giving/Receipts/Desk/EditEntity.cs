using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.Desk;

/// <param name="Id">Null: a new one.</param>
public sealed record EntityView(long? Id, EntityForm Form, IReadOnlyList<Edition> Editions, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

public sealed record EntityListView(IReadOnlyList<(LegalEntity Entity, IReadOnlyList<string> Editions)> Entities, IReadOnlyList<string> Without);

/// <summary>GET /newsroom/receipts/entities, …/new, …/7; POST /newsroom/receipts/entities and …/7: who gives out receipts.</summary>
public static class EditEntity
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/receipts/entities", GetAll).Requires(Permission.RunDonations);
        newsroom.MapGet("/receipts/entities/new", GetNew).Requires(Permission.RunDonations);
        newsroom.MapGet("/receipts/entities/{id:long}", Get).Requires(Permission.RunDonations);
        newsroom.MapPost("/receipts/entities", (IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => Post(null, fields, newspaper, staff, clock, stop)).Requires(Permission.RunDonations);
        newsroom.MapPost("/receipts/entities/{id:long}", Post).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> GetAll(Newspaper newspaper, CancellationToken stop)
    {
        var (entities, links, editions) = (await newspaper.LegalEntities.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop), await newspaper.EntityEditions.AsNoTracking().ToListAsync(stop), await EditionsAsync(newspaper, stop));
        return Page.Of<EntitiesPage, EntityListView>(new(
            [.. entities.Select(entity => (entity, (IReadOnlyList<string>)[.. editions.Where(one => links.Any(link => link.EntityId == entity.Id && link.EditionId == one.Id)).Select(one => one.Name)]))],
            [.. editions.Where(one => links.All(link => link.EditionId != one.Id)).Select(one => one.Name)]));
    }

    internal static async Task<IResult> GetNew(Newspaper newspaper, CancellationToken stop)
    {
        var (editions, taken) = (await EditionsAsync(newspaper, stop), await newspaper.EntityEditions.Select(row => row.EditionId).ToListAsync(stop));
        return Page.Of<EditEntityPage, EntityView>(new(null, EntityForm.Of(new(), editions.Select(one => one.Id).Except(taken)), editions, Problems.None));
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.LegalEntities.FindAsync([id], stop) is not { } entity) return TypedResults.NotFound();
        var editions = await newspaper.EntityEditions.Where(row => row.EntityId == id).Select(row => row.EditionId).ToListAsync(stop);
        return Page.Of<EditEntityPage, EntityView>(new(id, EntityForm.Of(entity, editions), await EditionsAsync(newspaper, stop), Problems.None));
    }

    internal static Task<IResult> Post(long? id, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => newspaper.WriteAsync<IResult>(async () =>
    {
        if (id is not null) await newspaper.LegalEntities.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, row => row.Revision), stop);
        var entity = id is null ? new LegalEntity() : await newspaper.LegalEntities.FindAsync([id], stop);
        if (entity is null) return TypedResults.NotFound();

        var (form, editions, links) = (EntityForm.Read(fields), await EditionsAsync(newspaper, stop), await newspaper.EntityEditions.ToListAsync(stop));
        // Who saves waits for whoever saves before her, and then sees what that was.
        if (form.Revision != entity.Revision)
            return Page.Of<EditEntityPage, EntityView>(new(id, form with { Revision = entity.Revision }, editions, new Problems().Add(Text.T("stale.title")), form.Against(entity)), StatusCodes.Status409Conflict);

        var names = await newspaper.LegalEntities.Where(row => row.Id != entity.Id).ToDictionaryAsync(row => row.Id, row => row.Details, stop);
        var problems = form.Check(links.Where(link => link.EntityId != entity.Id).ToDictionary(link => link.EditionId.ToString(CultureInfo.InvariantCulture), link => names[link.EntityId].Name));
        if (problems.Any) return Page.Of<EditEntityPage, EntityView>(new(id, form, editions, problems), StatusCodes.Status422UnprocessableEntity);

        entity.Change(form.Details, form.KeepYears!.Value);
        if (id is null) newspaper.LegalEntities.Add(entity);
        await newspaper.SaveChangesAsync(stop);
        var wanted = editions.Where(one => form.Editions.Contains(one.Id.ToString(CultureInfo.InvariantCulture))).Select(one => one.Id).ToHashSet();
        foreach (var link in links.Where(link => link.EntityId == entity.Id && !wanted.Remove(link.EditionId))) newspaper.EntityEditions.Remove(link);
        foreach (var edition in wanted) newspaper.EntityEditions.Add(new EntityEdition(edition, entity.Id));
        newspaper.Audit(staff, "receipt-entity-changed", $"entity/{entity.PublicId}", entity.Details.Name, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/receipts/entities");
    }, stop);

    private static Task<List<Edition>> EditionsAsync(Newspaper newspaper, CancellationToken stop) => newspaper.AllEditionsAsync(stop);
}
