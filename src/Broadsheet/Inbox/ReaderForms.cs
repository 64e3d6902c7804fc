namespace Broadsheet.Inbox;

/// <summary>By which forms readers of an edition can write in. Letters and tips promise something to those who write, so somebody opens them first.</summary>
public sealed record ReaderForms
{
    public bool Contact { get; init; } = true;
    public bool Error { get; init; } = true;
    public bool Letter { get; init; }
    public bool Tip { get; init; }

    public bool IsOpen(MessageKind kind) => kind switch
    {
        MessageKind.Contact => Contact,
        MessageKind.Error => Error,
        MessageKind.Letter => Letter,
        _ => Tip,
    };

    public static ReaderForms Of(IReadOnlyCollection<string> open) => new()
    {
        Contact = open.Contains(nameof(Contact)),
        Error = open.Contains(nameof(Error)),
        Letter = open.Contains(nameof(Letter)),
        Tip = open.Contains(nameof(Tip)),
    };
}
