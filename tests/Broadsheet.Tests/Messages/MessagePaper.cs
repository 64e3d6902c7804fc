using Broadsheet.Document;
using Broadsheet.Messages;
using Broadsheet.Messages.Counting;

namespace Broadsheet.Tests.Messages;

/// <summary>A paper that says something to its readers.</summary>
public static class MessagePaper
{
    /// <summary>A message that is switched on.</summary>
    public static Message Of(long edition, string name, MessageWords? words = null, MessageAim? aim = null, int position = 0, MessageGoal? goal = null)
    {
        var message = new Message(edition, name, position);
        message.Change(name, isOn: true, from: null, until: null, position, words ?? new() { Title = name, Body = DraftDocument.OfText($"{name}: the text.") }, aim ?? new(), goal);
        return message;
    }

    /// <summary>Writes one and switches it on.</summary>
    public static async Task<Message> SayAsync(this Newsroom newsroom, string name, MessageAim? aim = null, MessageWords? words = null, int position = 0, MessageGoal? goal = null)
    {
        var message = Of(newsroom.Edition.Id, name, words, aim, position, goal);
        await newsroom.ChangeAsync(newspaper => newspaper.Messages.Add(message));
        return message;
    }

    /// <summary>Has what was seen written down now.</summary>
    public static Task FlushSeenAsync(this Newsroom newsroom) => Giving.GivingPaper.WorkerOf<SeenFlush>(newsroom).FlushAsync(default);
}
