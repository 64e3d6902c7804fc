using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

/// <summary>Which messages somebody wants to see, of those that she may.</summary>
/// <param name="State">A state, "open" for what is still to be seen to, or "all".</param>
/// <param name="Story">An article by inside key: what readers wrote about it.</param>
public sealed record InboxSearch(string Words, MessageKind? Kind, string State, bool IsMine, long? Story, int Number)
{
    public const string Open = "open", All = "all";

    public static InboxSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(),
        Enum.TryParse<MessageKind>(query["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
        query["state"].ToString() is All or nameof(MessageState.New) or nameof(MessageState.Taken) or nameof(MessageState.Done) or nameof(MessageState.Spam) ? query["state"].ToString() : Open,
        query["mine"] == "true",
        long.TryParse(query["story"], NumberStyles.None, CultureInfo.InvariantCulture, out var story) ? story : null,
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    /// <summary>The newest first; tips of a day in no order.</summary>
    public IQueryable<InboxMessage> In(Newspaper newspaper, Staff staff)
    {
        var (found, words, me) = (newspaper.InboxMessages.AsNoTracking().VisibleTo(staff), Words.ToLowerInvariant(), staff.By);
        if (Kind is { } kind) found = found.Where(row => row.Kind == kind);
        if (State == Open) found = found.Where(row => row.State == MessageState.New || row.State == MessageState.Taken);
        else if (Enum.TryParse<MessageState>(State, out var state)) found = found.Where(row => row.State == state);
        if (IsMine) found = found.Where(row => row.TakenBy == me);
        if (Story is { } story) found = found.Where(row => row.StoryId == story);
        if (words.Length > 0) found = found.Where(row => row.SearchText.Contains(words));
        return found.OrderByDescending(row => row.Day).ThenByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id);
    }

    /// <summary>The address of another page of the same.</summary>
    public string PathOf(int number) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/newsroom/inbox", new Dictionary<string, string?>
    {
        ["q"] = Words.Length > 0 ? Words : null,
        ["kind"] = Kind?.ToString(),
        ["state"] = State == Open ? null : State,
        ["mine"] = IsMine ? "true" : null,
        ["story"] = Story?.ToString(CultureInfo.InvariantCulture),
        ["page"] = number == 1 ? null : number.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));
}

public static class InboxReach
{
    extension(IQueryable<InboxMessage> messages)
    {
        /// <summary>Tips are for who may read them, everything else for everybody who may read the inbox.</summary>
        public IQueryable<InboxMessage> VisibleTo(Staff staff) => staff.May(Permission.ReadTips) ? messages : messages.Where(row => row.Kind != MessageKind.Tip);
    }
}
