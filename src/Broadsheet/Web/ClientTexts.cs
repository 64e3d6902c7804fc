using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Broadsheet.Words;

namespace Broadsheet.Web;

/// <summary>The texts that the newsroom's scripts say (keys under "client."), as the data block of the frame.</summary>
public static class ClientTexts
{
    // This encoder escapes <, > and &, so no text can end the script element that holds it.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly ConcurrentDictionary<string, string> Made = new();

    /// <summary>In the language spoken.</summary>
    public static string Json => Made.GetOrAdd(Spoken.Language, _ => JsonSerializer.Serialize(Text.Under("client.").ToDictionary(text => text.Key["client.".Length..], text => text.Value), Options));
}
