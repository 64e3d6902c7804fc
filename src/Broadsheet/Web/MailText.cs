using System.Net.Mail;

namespace Broadsheet.Web;

/// <summary>Mail addresses as people type them into forms.</summary>
public static class MailText
{
    /// <summary>Whether it is an address and nothing more: no name before it, no white space.</summary>
    public static bool IsAddress(string text) => MailAddress.TryCreate(text, out var mail) && mail.Address == text && !text.Any(char.IsWhiteSpace);
}
