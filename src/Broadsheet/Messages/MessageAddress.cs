using Broadsheet.Document;

namespace Broadsheet.Messages;

/// <summary>Where a button may lead.</summary>
internal static class MessageAddress
{
    public static bool IsOne(string address) => LinkSafety.Clean(address) == address
        && (address.StartsWith('/') ? !address.StartsWith("//", StringComparison.Ordinal) : Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http");
}
