using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Paper.Press;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.CoEditing;

/// <summary>
/// The log of an article over HTTP, against editors that do what the page does: random steps in a random order, with pauses,
/// repeats and lost answers. All come to one text, which is the draft.
/// </summary>
public sealed class AuthorityTests
{
    [Theory]
    [InlineData(On.Sqlite, 1, false)]
    [InlineData(On.Sqlite, 2, true)]
    [InlineData(On.Postgres, 3, false)]
    public async Task Whatever_editors_do_they_come_to_one_text_and_no_letter_is_lost_or_doubled(On on, int seed, bool deletes)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        // On PostgreSQL any node may append: half of the editors talk to another one.
        await using var other = on == On.Postgres ? await SecondNode.OfAsync(newsroom) : null;
        using var mara = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = DraftDocument.OfText("The wall fell at noon.\n\nNobody was hurt.") });
        string[] nodes = [newsroom.Client.BaseAddress!.ToString().TrimEnd('/'), .. other is null ? [] : new[] { other.Client.BaseAddress!.ToString().TrimEnd('/') }];
        var cookie = string.Join("; ", mara.Cookies.Select(one => $"{one.Key}={one.Value}"));

        using var end = JsonDocument.Parse(await NodeScript.RunAsync("editors.ts", JsonSerializer.Serialize(new { nodes, cookie, token = mara.Token, article = $"{article.Id}", editors = 4, rounds = 40, seed, deletes })), new() { MaxDepth = 128 });

        var result = end.RootElement;
        Assert.Empty(result.GetProperty("problems").EnumerateArray());
        var draft = (await newsroom.ReloadAsync(article)).Draft;
        Assert.All(result.GetProperty("bodies").EnumerateArray(), body => Assert.Equal(draft.Content.Body, DraftDocument.Parse(body)));
        Assert.All(result.GetProperty("standfirsts").EnumerateArray(), words => Assert.Equal(draft.Content.Standfirst, words.GetString()));
        var log = await newsroom.AskAsync(newspaper => newspaper.DraftLog.Where(row => row.ArticleId == article.Id).OrderBy(row => row.Revision).Select(row => row.Revision).ToListAsync());
        Assert.Equal(Enumerable.Range((int)log[0], log.Count).Select(number => (long)number), log);
        Assert.Equal(draft.Revision, log[^1]);
        if (deletes) return;
        var text = result.GetProperty("texts")[0].GetString()!;
        Assert.All(result.GetProperty("typed").GetString()!, letter => Assert.Equal(1, text.Count(one => one == letter)));
    }
}
