using Microsoft.Playwright;

namespace Broadsheet.Bench;

/// <summary>The machine's own Chromium, as Debian installs it: Playwright's is a download.</summary>
public static class InstalledChromium
{
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = OnPath("chromium") ?? OnPath("chromium-browser") ?? throw new InvalidOperationException("This needs chromium on the PATH."),
        Args = ["--no-sandbox", "--disable-background-networking"],
    });

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
