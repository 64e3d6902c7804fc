using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Press;

/// <summary>What the program answered to the press, which asked it as a reader would: whole, and not sent to anybody yet.</summary>
/// <param name="Failure">Why there is no answer; thrown by the program.</param>
internal sealed record CapturedAnswer(int Status, KeyValuePair<string, StringValues>[] Headers, byte[] Body, Exception? Failure = null)
{
    /// <summary>What went wrong while it was made, in the program's own words.</summary>
    internal string? Reason { get; init; }

    /// <summary>Whether everybody may have it. Only what says so itself is kept: a page forgotten here is slow, not wrong.</summary>
    internal bool IsForAll => Status == StatusCodes.Status200OK && Find("Cache-Control").StartsWith("public", StringComparison.Ordinal) && Find("Set-Cookie").Length == 0;

    internal bool HasFailed => Failure is not null || Status >= StatusCodes.Status500InternalServerError;

    internal string Find(string header) => Headers.FirstOrDefault(one => one.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Value.ToString();
}

/// <summary>
/// Takes the place of a connection. Unlike the framework's own stand-in it runs what was to happen before the headers go,
/// and what was to happen at the end: that is where the request's services are let go.
/// </summary>
internal sealed class CapturedResponse : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Act, object State)> _before = new();
    private readonly Stack<(Func<object, Task> Act, object State)> _after = new();

    public override void OnStarting(Func<object, Task> callback, object state) => _before.Push((callback, state));

    public override void OnCompleted(Func<object, Task> callback, object state) => _after.Push((callback, state));

    internal Task StartAsync() => RunAsync(_before);

    internal Task CompleteAsync() => RunAsync(_after);

    // The last one registered runs first, as on a connection.
    private static async Task RunAsync(Stack<(Func<object, Task> Act, object State)> acts)
    {
        while (acts.TryPop(out var next)) await next.Act(next.State);
    }
}
