using System.Text.Json;
using Broadsheet.Document;

namespace Broadsheet.Pages;

/// <summary>What the field of <c>BodyField</c> sent.</summary>
public static class SentBody
{
    /// <summary>The body; or null and why it is none; or neither, where there was no script to send it and what stands must stay.</summary>
    public static (DraftDocument? Body, string? Refused) Read(IFormCollection form)
    {
        var json = form["Body"].ToString();
        if (json.Length == 0) return (null, null);
        try
        {
            return (DraftDocument.Parse(json), null);
        }
        catch (Exception refused) when (refused is DocumentException or JsonException)
        {
            return (null, refused.Message);
        }
    }
}
