using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Popularity;

/// <summary>{{ popular }}: the stories read most that do not stand elsewhere on the page.</summary>
public sealed class PopularPart(MostRead mostRead, Newspaper newspaper) : PagePart
{
    public override string Name => "popular";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        await mostRead.InAsync(page.Edition, page.Shown, (await newspaper.SettingAsync<PopularSettings>(cancellation)).Stories, cancellation);
}
