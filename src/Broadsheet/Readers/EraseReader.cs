using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>GET /account/erasure says what goes; POST removes the reader and everything that names her.</summary>
public static class EraseReader
{
    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapMethods("/erasure", ["GET", "HEAD"], Get);
        account.MapPost("/erasure", Post);
    }

    internal static IResult Get(HttpContext http, Doorsteps doorsteps)
    {
        var edition = http.Edition!;
        return doorsteps.Show(edition, new DoorstepView
        {
            Title = doorsteps.Say(edition, "erasure.title"),
            Text = doorsteps.Say(edition, "erasure.text", ("address", http.Reader.Reader.TypedAddress)),
            Action = "/account/erasure",
            Fields = [new(ReaderSignedIn.FormField, http.Reader.FormKey)],
            Button = doorsteps.Say(edition, "erasure.button"),
            Href = "/account",
            Link = doorsteps.Say(edition, "erasure.back"),
        });
    }

    internal static async Task<IResult> Post(HttpContext http, Newspaper newspaper, IEnumerable<IReaderPart> parts, Doorsteps doorsteps, CancellationToken stop)
    {
        try
        {
            await newspaper.EraseAsync(http.Reader.Reader, parts, stop);
        }
        catch (LetGoException)
        {
            return doorsteps.Say(http.Edition!, "erasure.later", StatusCodes.Status503ServiceUnavailable, ("account.title", "/account"));
        }
        ReaderCookies.SignOut(http.Response);
        return doorsteps.Say(http.Edition!, "erasure.done", StatusCodes.Status200OK, ("frame.front-page", "./"));
    }
}

public static class Erasure
{
    extension(Newspaper newspaper)
    {
        /// <summary>Removes a reader and all that names her or her address.</summary>
        public async Task EraseAsync(Reader reader, IEnumerable<IReaderPart> parts, CancellationToken stop)
        {
            foreach (var part in parts) await part.LetGoAsync(reader, stop);
            await newspaper.WriteAsync(() => newspaper.RemoveAsync(reader, parts, stop), stop);
        }

        private async Task RemoveAsync(Reader reader, IEnumerable<IReaderPart> parts, CancellationToken stop)
        {
            foreach (var part in parts) await part.EraseAsync(reader, stop);
            await newspaper.SignInRequests.Where(row => row.Address == reader.Address).ExecuteDeleteAsync(stop);
            // Also what was sent already, to whatever spelling: the outbox keeps a week.
            var domain = reader.Address[reader.Address.LastIndexOf('@')..];
            var there = await newspaper.OutgoingMails.Where(row => row.To.EndsWith(domain)).Select(row => new { row.Id, row.To }).ToListAsync(stop);
            var hers = there.Where(row => string.Equals(row.To, reader.Address, StringComparison.OrdinalIgnoreCase)).Select(row => row.Id).ToList();
            await newspaper.OutgoingMails.Where(row => hers.Contains(row.Id)).ExecuteDeleteAsync(stop);
            var counted = $"{Held.Address}/{Convert.ToHexStringLower(ReaderAddress.HashOf(reader.Address))}/";
            await newspaper.BrakeCounts.Where(row => row.Key.StartsWith(counted)).ExecuteDeleteAsync(stop);
            await newspaper.ReaderSessions.Where(row => row.ReaderId == reader.Id).ExecuteDeleteAsync(stop);
            await newspaper.Readers.Where(row => row.Id == reader.Id).ExecuteDeleteAsync(stop);
        }
    }
}
