using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Planning;

/// <summary>A list of stories that somebody keeps under a name of her own.</summary>
[StaysInNewsroom]
public sealed class KeptList(long memberId, string name, string query)
{
    public long Id { get; private set; }
    public long MemberId { get; private set; } = memberId;
    public string Name { get; private set; } = name;

    /// <summary>As in the list's address, from the question mark on.</summary>
    public string Query { get; private set; } = query;

    public string Path => $"/newsroom/articles{Query}";
}

internal sealed class KeptListTable : IEntityTypeConfiguration<KeptList>
{
    public void Configure(EntityTypeBuilder<KeptList> list)
    {
        list.ToTable("kept_lists");
        list.Ignore(row => row.Path);
        list.Property(row => row.Name).HasMaxLength(80);
        list.HasIndex(row => new { row.MemberId, row.Name }).IsUnique();
        list.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class KeptListSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<KeptList> KeptLists => newspaper.Set<KeptList>();
    }
}

/// <summary>POST /newsroom/lists keeps the list that is looked at under a name, in place of one that had it; POST /newsroom/lists/3/removal forgets it.</summary>
public static class KeepList
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/lists", Post).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/lists/{id:long}/removal", Remove).Requires(Permission.EnterNewsroom);
    }

    internal static async Task<IResult> Post([FromForm] string? name, [FromForm] string? query, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var called = name?.ReplaceLineEndings(" ").Trim() ?? "";
        if (called.Length is 0 or > 80) throw new RefusalException(Text.T("lists.nameIt"), StatusCodes.Status422UnprocessableEntity);
        // Read as the list's own filter and written again: what is kept is always a list of ours.
        var list = new KeptList(staff.MemberId!.Value, called, StoryFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query))).Query);

        await newspaper.WriteAsync(async () =>
        {
            await newspaper.KeptLists.Where(row => row.MemberId == list.MemberId && row.Name == called).ExecuteDeleteAsync(stop);
            newspaper.KeptLists.Add(list);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Results.Redirect(list.Path);
    }

    internal static async Task<IResult> Remove(long id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        await newspaper.WriteAsync(() => newspaper.KeptLists.Where(row => row.Id == id && row.MemberId == staff.MemberId).ExecuteDeleteAsync(stop), stop);
        return Results.Redirect("/newsroom/articles");
    }
}
