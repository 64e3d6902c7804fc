using System.Collections.Concurrent;

namespace Broadsheet.Paper.Themes;

/// <summary>The theme in use. An edit in the paper's theme folder is taken up within a second, without a restart.</summary>
public sealed class CurrentTheme(ThemeFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly Lazy<Theme> Ours = new(() => Theme.Of(ThemeFolder.BuiltIn, new Dictionary<string, ThemeFile>()));

    private readonly Lock reading = new();
    private readonly ConcurrentDictionary<string, ThemeProblem> drawing = new();
    private volatile Theme? theme;
    private string stamp = "";
    private long lookedAt;
    private int changes;

    /// <summary>The theme that ships with the program, for when the paper's own cannot be drawn.</summary>
    public static Theme BuiltIn => Ours.Value;

    /// <summary>How often another theme took the place of the one in use, while this program runs.</summary>
    internal int Changes => Volatile.Read(ref changes);

    public Theme Read()
    {
        if (theme is { } known && clock.GetElapsedTime(lookedAt) < BetweenLooks) return known;

        lock (reading)
        {
            var now = folder.Stamp();
            if (theme is null || now != stamp)
            {
                if (theme is not null) Interlocked.Increment(ref changes);
                theme = now.Length == 0 ? BuiltIn : Theme.Of(ThemeFolder.BuiltIn, folder.ReadOverrides());
                stamp = now;
                drawing.Clear();
            }

            lookedAt = clock.GetTimestamp();
            return theme;
        }
    }

    /// <summary>All that is wrong with the paper's own theme: what could not be parsed, and what failed while a
    /// page was drawn since its last change.</summary>
    public IReadOnlyList<ThemeProblem> Problems() => [.. Read().Problems, .. drawing.Values];

    internal void Note(ThemeProblem problem) => drawing[problem.ToString()] = problem;
}
