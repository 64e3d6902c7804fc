namespace Broadsheet.Trust.Machines;

/// <summary>The groups of robots.txt that follow from the terms. The names are those under which the makers of the robots say that they listen.</summary>
public static class RobotRules
{
    /// <summary>Those that gather text for models.</summary>
    public static IReadOnlyList<string> ForTraining { get; } =
    [
        "GPTBot", "ClaudeBot", "anthropic-ai", "Google-Extended", "Applebot-Extended", "CCBot", "Meta-ExternalAgent", "Bytespider", "Amazonbot", "cohere-training-data-crawler",
        "AI2Bot", "Diffbot", "omgili", "PanguBot", "Timpibot", "img2dataset",
    ];

    /// <summary>Those that fetch pages for answers that are given at that moment.</summary>
    public static IReadOnlyList<string> ForInput { get; } =
    [
        "OAI-SearchBot", "ChatGPT-User", "Claude-SearchBot", "Claude-User", "PerplexityBot", "Perplexity-User", "DuckAssistBot", "MistralAI-User", "Meta-ExternalFetcher", "YouBot",
    ];

    /// <summary>What goes into the group of all robots.</summary>
    public static string? SignalOf(MachineTerms terms) =>
        terms.IsStated ? $"Content-Signal: {string.Join(", ", terms.Uses.Select(use => $"{use.Name}={(use.IsAllowed ? "yes" : "no")}"))}" : null;

    /// <summary>Robots that may not come at all.</summary>
    public static IEnumerable<string> ShutOut(MachineTerms terms) =>
        !terms.IsStated ? [] : [.. terms.Training ? [] : ForTraining, .. terms.Input ? [] : ForInput];
}
