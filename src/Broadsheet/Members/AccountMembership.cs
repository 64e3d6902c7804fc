using Broadsheet.Editions;
using Broadsheet.Members.Free;
using Broadsheet.Paper.Views;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>A reader's membership on her own page. Card and ending stand with what she gives.</summary>
public sealed class AccountMembershipView(string tier, DateTimeOffset since, DateTimeOffset? until) : View
{
    public string Tier => tier;
    public DateTimeOffset Since => since;

    /// <summary>Noon of its last day, where the paper gave it; null: it goes on as long as she pays.</summary>
    public DateTimeOffset? Until => until;
}

internal sealed class AccountMembership(Newspaper newspaper, TimeProvider clock) : IReaderPart
{
    public string Name => "membership";

    public async Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop) =>
        await FindAsync(reader, stop) is { } found
            ? new AccountMembershipView(found.Tier, found.Membership.Since, found.Membership.Until is { } day ? new DateTimeOffset(day, new TimeOnly(12, 0), edition.LocalTime(clock.GetUtcNow()).Offset) : null) : null;

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop)
    {
        var found = await FindAsync(reader, stop);
        var articles = newspaper.Set<Articles.Article>();
        var read = await newspaper.MeterReads.Where(row => row.ReaderId == reader.Id).Join(articles, row => row.ArticleId, row => row.Id, (row, article) => new { row.Month, article.Headline }).ToListAsync(stop);
        var given = await newspaper.FreeMemberships.AsNoTracking().Where(row => row.Address == reader.Address).OrderBy(row => row.Id).Select(row => new { row.GivenAt, row.Until, row.EndedAt, row.Reason }).ToListAsync(stop);
        return found is null && read.Count + given.Count == 0 ? null : new { Tier = found?.Tier, Since = found?.Membership.Since, Given = given, MeteredStories = read };
    }

    public async Task EraseAsync(Reader reader, CancellationToken stop)
    {
        await newspaper.MeterReads.Where(row => row.ReaderId == reader.Id).ExecuteDeleteAsync(stop);
        await newspaper.FreeMemberships.Where(row => row.Address == reader.Address).ExecuteDeleteAsync(stop);
    }

    private async Task<(string Tier, Membership Membership)?> FindAsync(Reader reader, CancellationToken stop)
    {
        if (await newspaper.MembershipOfAsync(reader, clock.GetUtcNow(), stop) is not { } membership) return null;
        return (await newspaper.Tiers.Where(row => row.PublicId == membership.Tier).Select(row => row.Name).FirstOrDefaultAsync(stop) ?? "", membership);
    }
}
