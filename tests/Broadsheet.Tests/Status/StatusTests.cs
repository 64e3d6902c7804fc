using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Status;

/// <summary>Readers see nothing of a page that cannot be made; staff must.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task A_page_that_cannot_be_made_is_told_to_administrators_until_it_can()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var administrator = await newsroom.AsAsync(Role.Administrator);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var before = await newsroom.Client.GetStringAsync("/latest");
        Assert.DoesNotContain("cannot be made", await administrator.ReadAsync("/newsroom/paper"));

        await RunAsync(newsroom, $"ALTER TABLE article_sections RENAME TO hidden");
        newsroom.Press.Freshness.TouchAll();
        Assert.Equal(before, await newsroom.Client.GetStringAsync("/latest"));
        using (var failed = await newsroom.Client.GetAsync("/city")) Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);

        Assert.Contains("cannot be made. See why.", await administrator.ReadAsync("/newsroom/account"));
        Assert.DoesNotContain("cannot be made", await editor.ReadAsync("/newsroom/account"));
        var status = await administrator.ReadAsync("/newsroom/status");
        Assert.Contains("no such table: article_sections", status);
        Assert.Contains("an error", status);

        await RunAsync(newsroom, $"ALTER TABLE hidden RENAME TO article_sections");
        await newsroom.Client.GetStringAsync("/city");
        await newsroom.Client.GetStringAsync("/latest");
        Assert.Contains("Every page that was asked for could be made.", await administrator.ReadAsync("/newsroom/status"));
    }

    [Fact]
    public async Task A_broken_template_of_the_papers_own_is_told_with_its_line()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var administrator = await newsroom.AsAsync(Role.Administrator);
        var templates = Directory.CreateDirectory(Path.Combine(newsroom.Machine.Data, "theme", "templates"));
        await File.WriteAllTextAsync(Path.Combine(templates.FullName, "latest.liquid"), "<p>\n{% if %}\n");
        for (var waited = 0; waited < 200 && !(await administrator.ReadAsync("/newsroom/account")).Contains("wrong in the paper’s theme", StringComparison.Ordinal); waited++) await Task.Delay(50);

        Assert.Contains("theme/templates/latest.liquid:2", await administrator.ReadAsync("/newsroom/status"));
        Assert.Contains("wrong in the paper’s theme. See what.", await administrator.ReadAsync("/newsroom/account"));
    }

    private static Task RunAsync(Newsroom newsroom, FormattableString statement) =>
        newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync(statement)));
}
