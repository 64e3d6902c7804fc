namespace Broadsheet.Machine;

/// <summary>How much strangers may have the paper do by its forms: send mails (asking for a newsletter, asking to sign in), open payment pages.</summary>
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
}
