using Broadsheet.Accounts;
using Broadsheet.AuditDesk;
using Broadsheet.Tests.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.AuditDesk;

public sealed class AuditTests
{
    [Fact]
    public async Task Every_act_leaves_one_entry_which_is_found_and_exported_but_for_those_named_here()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls");
        using var noor = await newsroom.AsAsync(Role.Publisher);
        await noor.SubmitAsync($"/newsroom/articles/{article.Id}/publication", ("revision", $"{article.Draft.Revision}"));
        await noor.SubmitAsync($"/newsroom/articles/{article.Id}/withdrawal", ("revision", $"{article.Draft.Revision}"), ("Kind", "mistake"), ("Reason", "=wrong, \"story\""));
        await noor.SubmitAsync($"/newsroom/articles/{article.Id}/withdrawal", ("revision", "999"), ("Kind", "mistake"), ("Reason", "refused"));

        var entries = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["articles/publication", "withdraw-mistake"], entries.Select(entry => entry.Act));
        Assert.Equal($"articles/{article.Id}/publication", entries[0].Which);
        var found = await noor.ReadAsync("/newsroom/audit?which=STORY");
        Assert.Contains("withdraw-mistake</code>", found);
        Assert.DoesNotContain("articles/publication</code>", found);
        Assert.DoesNotContain("<code>", await noor.ReadAsync("/newsroom/audit?to=2020-01-01"));
        var csv = await noor.ReadAsync("/newsroom/audit.csv?who=mara");
        Assert.Contains($",withdraw-mistake,article/{article.Id},\"'=wrong, \"\"story\"\"\"\r\n", csv);

        // What changes something and leaves no entry, each with its reason beside its route.
        var silent = newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<NeedsNoAudit>() is { Reason.Length: > 10 }).Select(route => route.RoutePattern.RawText!.TrimStart('/')).Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "newsroom/articles/{id:long}/check", "newsroom/articles/{id:long}/comments", "newsroom/articles/{id:long}/comments/{thread:guid}/replies", "newsroom/articles/{id:long}/comments/{thread:guid}/resolution",
            "newsroom/articles/{id:long}/comments/{thread:guid}/resolution/removal", "newsroom/articles/{id:long}/comments/{thread:guid}/{comment:guid}",
            "newsroom/articles/{id:long}/comments/{thread:guid}/{comment:guid}/removal", "newsroom/articles/{id:long}/draft", "newsroom/articles/{id:long}/editing", "newsroom/notices/mail", "newsroom/notices/reading", "newsroom/notices/{id:long}/reading",
        ], silent);
    }
}
