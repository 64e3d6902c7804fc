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

    /// <summary>Whether mail can be sent at all.</summary>
    public bool IsOn => Server.Length > 0;

    /// <summary>The server's address.</summary>
    /// <exception cref="SettingException">It is none; the message says how it must look.</exception>
    public Uri ReadAddress() => Uri.TryCreate(Server, UriKind.Absolute, out var address) && address.Scheme is "smtp" or "smtps"
        ? address : throw new SettingException("Mail:Server must look like smtp://name:password@mail.example.org:587.");

    /// <summary>A record prints all its members; this one's server may hold a password.</summary>
    public override string ToString() => $"Mail from {From}";
}
