using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Newsletters;

/// <summary>An id in a link that nobody else can make: what follows the link needs no other proof of who pressed it.</summary>
internal static class SignedId
{
    public static string Print(IDataProtector signer, Guid id) => Base64Url.EncodeToString(signer.Protect(id.ToByteArray()));

    /// <summary>Null when we did not sign it for this.</summary>
    public static Guid? Read(IDataProtector signer, string? key)
    {
        try
        {
            return string.IsNullOrEmpty(key) ? null : new Guid(signer.Unprotect(Base64Url.DecodeFromChars(key)));
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
