using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>A device with passkeys, as the debugging protocol of Chromium pretends one: its person is always there, and says yes.</summary>
internal static class VirtualAuthenticator
{
    /// <summary>Its id.</summary>
    public static async Task<string> AddAsync(ICDPSession devtools)
    {
        await devtools.SendAsync("WebAuthn.enable");
        var answer = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return answer!.Value.GetProperty("authenticatorId").GetString()!;
    }
}
