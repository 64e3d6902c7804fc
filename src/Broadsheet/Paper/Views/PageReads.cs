namespace Broadsheet.Paper.Views;

/// <summary>
/// Every read that a template makes goes through here, once a page: a member that is mentioned five times is
/// computed once, so a page cannot show two answers to one question, and the page store learns what the page
/// was made from without any template having to say so.
/// </summary>
#pragma warning disable CA1001 // Nobody asks the semaphore for its wait handle, so there is nothing to dispose of.
public sealed class PageReads(IReadRecorder recorder)
#pragma warning restore CA1001
{
    private readonly Dictionary<(object Owner, string Member), object?> seen = new(new ByOwner());

    // Fluid asks for both sides of "and" at once, and a page has one connection to the database.
    private readonly SemaphoreSlim turn = new(1, 1);

    internal async ValueTask<object?> ReadAsync(View view, string member, Func<View, object?> accessor)
    {
        await turn.WaitAsync();
        try
        {
            if (seen.TryGetValue((view, member), out var known)) return known;

            recorder.Read(view.Source, member);
            return seen[(view, member)] = await Later.Settle(accessor(view));
        }
        finally
        {
            turn.Release();
        }
    }

    internal async ValueTask<object?> MentionAsync(string part, Func<ValueTask<object?>> load)
    {
        await turn.WaitAsync();
        try
        {
            if (seen.TryGetValue((this, part), out var known)) return known;

            recorder.Mention(part);
            return seen[(this, part)] = await load();
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class ByOwner : IEqualityComparer<(object Owner, string Member)>
    {
        public bool Equals((object Owner, string Member) x, (object Owner, string Member) y) =>
            ReferenceEquals(x.Owner, y.Owner) && x.Member == y.Member;

        public int GetHashCode((object Owner, string Member) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Owner), key.Member);
    }
}

/// <summary>Told what a page is made from while it is made. The page store keeps the answer beside the page.</summary>
public interface IReadRecorder
{
    /// <param name="source">What was read, such as "article:17"; null when it never changes by itself.</param>
    void Read(string? source, string member);

    void Mention(string part);
}

/// <summary>For pages that nobody stores.</summary>
public sealed class UnrecordedReads : IReadRecorder
{
    public static readonly UnrecordedReads Instance = new();

    public void Read(string? source, string member) { }

    public void Mention(string part) { }
}
