using System.Threading.Channels;
using Broadsheet.Machine;

namespace Broadsheet.Pictures;

/// <summary>
/// Makes the common renditions of new pictures ahead of their readers. Not a job row: what is lost in a restart
/// is made when it is asked for, and a hundred uploads must not stand before a story that is due.
/// </summary>
public sealed partial class RenditionMakers(RenditionShelf shelf, ILogger<RenditionMakers> log) : AfterStart
{
    private readonly Channel<Picture> _waiting = Channel.CreateUnbounded<Picture>();

    public void MakeSoon(Picture picture) => _waiting.Writer.TryWrite(picture);

    protected override async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var picture in _waiting.Reader.ReadAllAsync(stop)) await MakeAsync(picture, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops; what was not made is made when it is asked for.
        }
    }

    private async Task MakeAsync(Picture picture, CancellationToken stop)
    {
        try
        {
            await shelf.MakeCommonAsync(picture, stop);
        }
        catch (Exception problem) when (problem is PictureRefusedException or IOException)
        {
            NotMade(problem, picture.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Renditions of picture {Id} were not made; they will be tried again when asked for")]
    private partial void NotMade(Exception problem, long id);
}
