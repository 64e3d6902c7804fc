namespace Broadsheet.Inbox;

/// <summary>What kinds of messages are called in addresses and templates.</summary>
public static class MessageKinds
{
    public static string NameOf(MessageKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Null: there is no such kind.</summary>
    public static MessageKind? Find(string name) => Enum.GetValues<MessageKind>().Cast<MessageKind?>().FirstOrDefault(kind => NameOf(kind!.Value) == name);
}
