using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Messages.Choosing;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <param name="Without">Countries in which browsers remember nothing, as typed.</param>
public sealed record MessageListView(IReadOnlyList<Edition> Editions, IReadOnlyList<Message> Messages, AppealStop Stop, string Without, DateTimeOffset Now, Problems Problems);

/// <summary>GET /newsroom/messages: what stands first, in its order of preference, then the rest.</summary>
public static class ListMessages
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/messages", Get).Requires(Permission.RunPaper);

    internal static Task<IResult> Get(Newspaper newspaper, TimeProvider clock, CancellationToken stop) => AnswerAsync(null, Problems.None, StatusCodes.Status200OK, newspaper, clock, stop);

    internal static async Task<IResult> AnswerAsync(string? without, Problems problems, int status, Newspaper newspaper, TimeProvider clock, CancellationToken stop) => Page.Of<ListMessagesPage, MessageListView>(new(
        await newspaper.AllEditionsAsync(stop),
        await newspaper.Messages.AsNoTracking().OrderByDescending(row => row.IsOn).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop),
        await newspaper.SettingAsync<AppealStop>(stop), without ?? string.Join(", ", (await newspaper.SettingAsync<LocalFacts>(stop)).Without), clock.GetUtcNow(), problems), status);
}
