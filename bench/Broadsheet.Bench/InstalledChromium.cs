using Microsoft.Playwright;

namespace Broadsheet.Bench;

/// <summary>
/// The machine's own Chromium, as Debian installs it: Playwright's is a download. Without a head where that is there
/// (chromium-headless-shell): the same engine without the desktop around it starts in a quarter of the time.
/// </summary>
public static class InstalledChromium
{
    /// <param name="hasPictures">False: no page loads any, where what they show is no matter.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, bool hasPictures = true) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = OnPath("chromium-headless-shell") ?? OnPath("chromium") ?? OnPath("chromium-browser") ?? throw new InvalidOperationException("This needs chromium on the PATH."),
        // Nobody outside is there, and it need not be waited for.
        Args =
        [
            "--no-sandbox", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            .. hasPictures ? Array.Empty<string>() : ["--blink-settings=imagesEnabled=false"],
        ],
    });

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
