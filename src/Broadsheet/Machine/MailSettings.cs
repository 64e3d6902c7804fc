namespace Broadsheet.Machine;

/// <summary>The machine's road for mail.</summary>
public sealed record MailSettings
{
    /// <summary>
    /// The server that takes mail: <c>smtp://name:password@mail.example.org:587</c>, or <c>smtps://</c> where the connection is encrypted from
    /// its beginning. Empty: no mail goes out.
    /// </summary>
    public string Server { get; init; } = "";

    /// <summary>Who mail is from, such as <c>The Harbour Post &lt;newsroom@example.org&gt;</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>A private RSA key in PEM: each mail is signed with it (DKIM). Empty: none is signed here.</summary>
    public string DkimKeyFile { get; init; } = "";

    /// <summary>Under which name the public key stands in the DNS: <c>NAME._domainkey.example.org</c>.</summary>
    public string DkimSelector { get; init; } = "";

    /// <summary>The domain that answers for the mail. Empty: that of <see cref="From"/>.</summary>
    public string DkimDomain { get; init; } = "";

    /// <summary>What a mail provider proves itself with that tells us what came back: Mailgun's signing key, or a password that Postmark is given. Empty: nobody is believed.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>The topic (ARN) by which Amazon's SES tells what came back. Empty: nobody is believed.</summary>
    public string SnsTopic { get; init; } = "";

    /// <summary>Where Amazon's SNS answers; something else only to try the program against a stand-in. Empty: in the topic's region.</summary>
    public string SnsAddress { get; init; } = "";

    /// <summary>
    /// The mailbox to which what cannot be delivered comes back: <c>imaps://name:password@mail.example.org</c>, with a folder as its path if it is not INBOX. Empty: none is looked into.
    /// </summary>
    public string ReturnMailbox { get; init; } = "";

    /// <summary>The address to which mail servers send it (the envelope's sender). Empty: that of <see cref="From"/>.</summary>
    public string ReturnAddress { get; init; } = "";

    /// <summary>How many connections newsletters are handed over by at a time, and so how many mails a crash may send twice at most.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>The first day of a sender that mailbox providers do not know yet; null: they know it, or nobody cares.</summary>
    public DateOnly? WarmUpFrom { get; init; }

    /// <summary>How many newsletters' mails go on that day; twice as many on each that follows.</summary>
    public int WarmUpMails { get; init; } = 200;

    /// <summary>Whether mail can be sent at all.</summary>
    public bool IsOn => Server.Length > 0;

    /// <summary>The server's address.</summary>
    /// <exception cref="SettingException">It is none; the message says how it must look.</exception>
    public Uri ReadAddress() => Uri.TryCreate(Server, UriKind.Absolute, out var address) && address.Scheme is "smtp" or "smtps"
        ? address : throw new SettingException("Mail:Server must look like smtp://name:password@mail.example.org:587.");

    /// <summary>Where returned mail is looked for.</summary>
    /// <exception cref="SettingException">It is no such address; the message says how it must look.</exception>
    public Uri ReadReturnMailbox() => Uri.TryCreate(ReturnMailbox, UriKind.Absolute, out var address) && address.Scheme is "imap" or "imaps"
        ? address : throw new SettingException("Mail:ReturnMailbox must look like imaps://name:password@mail.example.org.");

    /// <summary>A record prints all its members; this one's server may hold a password.</summary>
    public override string ToString() => $"Mail from {From}";
}
