namespace Broadsheet.Messages.Choosing;

/// <summary>What ends the links in mails, so that the browser in which they are opened asks its reader for nothing that she gives already. It is the same for all and names nobody.</summary>
public static class MailMark
{
    /// <summary>In mails to those who give.</summary>
    public const string Supporter = "#s";

    /// <summary>In newsletters.</summary>
    public const string Subscriber = "#l";
}
