namespace Broadsheet.Machine;

/// <summary>How much strangers may have the paper do by its forms: send mails (asking for a newsletter, asking to sign in), open payment pages, write to the newsroom. And how long that is kept.</summary>
public sealed record ReaderSettings
{
    /// <summary>To one address in a day.</summary>
    public int MailsToAddress { get; init; } = 6;

    /// <summary>Asked for from one network (IPv4: a /24, IPv6: a /56) in an hour.</summary>
    public int MailsFromNetwork { get; init; } = 40;

    /// <summary>In an hour altogether. When it is reached, those who run the machine are told.</summary>
    public int MailsAltogether { get; init; } = 600;

    /// <summary>Payment pages opened from one network in an hour.</summary>
    public int PaymentsFromNetwork { get; init; } = 6;

    /// <summary>Payment pages in an hour altogether. When it is reached, those who run the machine and the paper are told.</summary>
    public int PaymentsAltogether { get; init; } = 300;

    /// <summary>Messages by the paper's forms (contact, errors, letters) from one network in an hour.</summary>
    public int MessagesFromNetwork { get; init; } = 20;

    /// <summary>Such messages in an hour altogether. When it is reached, those who run the machine and the paper are told.</summary>
    public int MessagesAltogether { get; init; } = 300;

    /// <summary>Megabytes that files of tips may take in the data folder. When they do, the form takes words alone.</summary>
    public int TipMegabytes { get; init; } = 2000;

    /// <summary>For how many days a message that was called spam is kept.</summary>
    public int SpamDays { get; init; } = 30;

    /// <summary>For how many days a message is kept after it was done.</summary>
    public int DoneDays { get; init; } = 365;
}
