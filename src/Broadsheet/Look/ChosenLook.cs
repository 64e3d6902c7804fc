using Broadsheet.Embeds;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Look;

/// <summary>The look that the publisher chose last; read once a page.</summary>
internal sealed class ChosenLook(Newspaper newspaper, AllowedEmbeds embeds) : IPaperLook
{
    private PaperLook? _look;

    public async ValueTask<PaperLook> ReadAsync(CancellationToken cancellation) =>
        _look ??= await newspaper.SettingAsync<PaperLook>(cancellation) with { EmbedHosts = (await embeds.ReadAsync(cancellation)).FrameHosts };
}
