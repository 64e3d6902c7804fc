using Broadsheet.Editions;
using Broadsheet.Paper.Views;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>A reader's membership on her own page. Card and ending stand with what she gives.</summary>
public sealed class AccountMembershipView(string tier, DateTimeOffset since) : View
{
    public string Tier => tier;
    public DateTimeOffset Since => since;
}

internal sealed class AccountMembership(Newspaper newspaper) : IReaderPart
{
    public string Name => "membership";

    public async Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop) =>
        await FindAsync(reader, stop) is var (tier, since) ? new AccountMembershipView(tier, since) : null;

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop)
    {
        var found = await FindAsync(reader, stop);
        var articles = newspaper.Set<Articles.Article>();
        var read = await newspaper.MeterReads.Where(row => row.ReaderId == reader.Id).Join(articles, row => row.ArticleId, row => row.Id, (row, article) => new { row.Month, article.Headline }).ToListAsync(stop);
        return found is null && read.Count == 0 ? null : new { Tier = found?.Tier, Since = found?.Since, MeteredStories = read };
    }

    public Task EraseAsync(Reader reader, CancellationToken stop) => newspaper.MeterReads.Where(row => row.ReaderId == reader.Id).ExecuteDeleteAsync(stop);

    private async Task<(string Tier, DateTimeOffset Since)?> FindAsync(Reader reader, CancellationToken stop)
    {
        if (await newspaper.MembershipOfAsync(reader, stop) is not { Wish.Tier: { } id } membership) return null;
        return (await newspaper.Tiers.Where(row => row.PublicId == id).Select(row => row.Name).FirstOrDefaultAsync(stop) ?? "", membership.StartedAt);
    }
}
