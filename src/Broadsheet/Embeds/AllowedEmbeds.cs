using Broadsheet.Document.Embeds;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Embeds;

/// <summary>What the paper has added to the list; a setting.</summary>
public sealed record PaperEmbeds
{
    public IReadOnlyList<OwnEmbed> Own { get; init; } = [];
}

/// <summary>All that may stand in this paper's stories, read once a request.</summary>
public sealed class AllowedEmbeds(Newspaper newspaper)
{
    private EmbedProviders? _known;

    public async ValueTask<EmbedProviders> ReadAsync(CancellationToken stop)
    {
        if (_known is { } known) return known;

        var own = (await newspaper.SettingAsync<PaperEmbeds>(stop)).Own;
        return _known = own.Count == 0 ? EmbedProviders.Default : EmbedProviders.Default.With(own.Select(embed => embed.ToProvider()));
    }
}
