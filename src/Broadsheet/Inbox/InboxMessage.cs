using System.Security.Cryptography;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Inbox;

public enum MessageKind { Contact, Error, Letter, Tip }

public enum MessageState { New, Taken, Done, Spam }

/// <summary>
/// Something that a reader wrote to the newsroom by one of its forms. Of a tip nothing is kept but what she wrote and the day: not even the
/// order in which messages came can be read from the numbers, which are drawn by lot.
/// </summary>
[StaysInNewsroom]
public sealed class InboxMessage
{
    public const int LongestText = 20_000, LongestLine = 200, LongestNote = 4000;

    /// <param name="id">Of the form that was sent: sent twice, it is one message.</param>
    /// <param name="story">The article it is about, by inside key.</param>
    public InboxMessage(long id, MessageKind kind, long editionId, WrittenForm form, long? story, DateTimeOffset now, TimeZoneInfo zone)
    {
        (Id, Kind, EditionId, StoryId) = (id, kind, editionId, story);
        Day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        ReceivedAt = kind == MessageKind.Tip ? null : now;
        Text = form.Text;
        if (kind != MessageKind.Tip)
        {
            (Name, Subject, Address, TypedAddress) = (form.Name, form.Subject, form.Read?.Normal ?? "", form.Read?.Typed ?? "");
            if (kind == MessageKind.Letter) (Town, ConsentText) = (form.Town, form.ConsentText);
        }
        SearchText = string.Join('\n', Name, Town, Subject, Address, Text).ToLowerInvariant();
        // A person does not see the field that only programs fill in; what is kept as spam can be looked over for a month.
        if (form.IsTrapped) Close(MessageState.Spam, Day);
    }

    private InboxMessage() { }

    public long Id { get; private set; }
    public long EditionId { get; private set; }
    public MessageKind Kind { get; private set; }
    public MessageState State { get; private set; }

    /// <summary>The day, in the edition's zone, on which it came.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>When it came; null of a tip.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    public string Name { get; private set; } = "";
    public string Town { get; private set; } = "";
    public string Subject { get; private set; } = "";

    /// <summary>In its normal form: how an erased reader's messages are found.</summary>
    public string Address { get; private set; } = "";

    public string TypedAddress { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>What the writer of a letter agreed to, word for word.</summary>
    public string ConsentText { get; private set; } = "";

    public long? StoryId { get; private set; }

    /// <summary>The story that was made of it.</summary>
    public long? DraftId { get; private set; }

    public long? TakenBy { get; private set; }

    /// <summary>Staff's own words about it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>On which day it was done or called spam: from then on it is kept only so long.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Staff were told that it came.</summary>
    public bool IsTold { get; set; }

    public string SearchText { get; private set; } = "";

    /// <summary>Grows with every change; whoever changes it says which one she saw.</summary>
    public int Revision { get; private set; } = 1;

    public ICollection<InboxFile> Files { get; private set; } = [];

    public bool IsOpen => State is MessageState.New or MessageState.Taken;

    /// <summary>A number that says nothing of how many there were before. Fifty-three bits: scripts can hold it, too.</summary>
    public static long NewId() => (BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & ((1L << 53) - 1)) | 1;

    public void Change(MessageState? state, string note, long by, DateOnly today)
    {
        Note = note.Length <= LongestNote ? note : note[..LongestNote];
        Revision++;
        if (state is not { } wanted || wanted == State) return;
        if (wanted is MessageState.Done or MessageState.Spam) Close(wanted, today);
        else (State, ClosedOn) = (wanted, null);
        TakenBy = wanted == MessageState.New ? null : wanted == MessageState.Taken ? by : TakenBy ?? by;
    }

    public void BecameDraft(long article, long by)
    {
        DraftId = article;
        if (State == MessageState.New) (State, TakenBy) = (MessageState.Taken, by);
        Revision++;
    }

    private void Close(MessageState how, DateOnly today) => (State, ClosedOn) = (how, today);
}

/// <summary>A file that came with a tip. Its bytes lie apart from everything that readers are given.</summary>
[StaysInNewsroom]
public sealed class InboxFile(string fileHash, string fileName, long length)
{
    public Guid Id { get; private set; } = Guid.NewGuid();
    public long MessageId { get; private set; }
    public string FileHash { get; private set; } = fileHash;
    public string FileName { get; private set; } = fileName;
    public long Length { get; private set; } = length;
}
