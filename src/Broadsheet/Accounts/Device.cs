namespace Broadsheet.Accounts;

/// <summary>Names a browser as a person would, for the list of sessions. A guess: nothing depends on it.</summary>
internal static class Device
{
    // Order matters: Edge and Opera say "Chrome", Chrome says "Safari", Android says "Linux", the iPhone says "Mac OS X".
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var known = new[] { First(Browsers), First(Systems) }.OfType<string>();
        return string.Join(" · ", known) is { Length: > 0 } name ? name : agent[..Math.Min(agent.Length, 60)];

        string? First((string Mark, string Name)[] from) =>
            from.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
    }
}
