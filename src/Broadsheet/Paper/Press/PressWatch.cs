using Broadsheet.Machine;
using Broadsheet.Paper.Edge;
using Broadsheet.Paper.Themes;
using Broadsheet.Storage;

namespace Broadsheet.Paper.Press;

/// <summary>
/// Looks after what no transaction tells of: files of the theme that changed. And makes the pages that readers want most before they
/// ask, soon after a change made them old.
/// </summary>
internal sealed partial class PressWatch(PagePress press, CurrentTheme theme, EdgeHeaders edge, IServiceScopeFactory scopes, ILogger<PressWatch> log) : AfterStart
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    // What a front page, its lists and the day's stories are. More would hold back readers who ask for others.
    private const int MostWanted = 32;

    private int _themes;
    private long _looked;

    protected override async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LookAtThemeAsync(stop);
                await MakeWantedAsync(stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                Stumbled(problem);
            }
            await OffTheSocket.RestAsync(Rest, stop);
        }
    }

    private async Task LookAtThemeAsync(CancellationToken stop)
    {
        theme.Read();
        if (theme.Changes is var changes && changes == _themes) return;

        _themes = changes;
        press.Freshness.Touch([PagePress.ThemeKey]);
        // Each node sees its own files. What they were is at the edge, which learns of changes from the database.
        if (edge.IsOn) await TellEdgeAsync(stop);
    }

    private async Task TellEdgeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Newspaper>().TouchAsync(PagePress.ThemeKey, stop);
    }

    private async Task MakeWantedAsync(CancellationToken stop)
    {
        var now = press.Freshness.Now;
        if (!press.IsOn || now == _looked) return;

        _looked = now;
        foreach (var name in press.WantedAgain(MostWanted))
        {
            if (stop.IsCancellationRequested) return;
            await press.MakeAsync(name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not be made ahead; it is made when a reader asks")]
    private partial void Stumbled(Exception problem);
}
