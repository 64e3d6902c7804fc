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
public sealed class AllowedEmbeds(Newspaper newspaper, LastEmbeds last)
{
    private EmbedProviders? _known;

    public async ValueTask<EmbedProviders> ReadAsync(CancellationToken stop)
    {
        if (_known is { } known) return known;

        var (chosen, revision) = await newspaper.SettingAndRevisionAsync<PaperEmbeds>(stop);
        return _known = last.Of(chosen, revision);
    }
}

/// <summary>The list as it was used last: its patterns take milliseconds to read, and every page asks for it.</summary>
public sealed class LastEmbeds
{
    private volatile Known? _known;

    internal EmbedProviders Of(PaperEmbeds chosen, long revision)
    {
        if (chosen.Own.Count == 0) return EmbedProviders.Default;
        if (_known is { } known && known.Revision == revision) return known.Providers;

        var providers = EmbedProviders.Default.With(chosen.Own.Select(embed => embed.ToProvider()));
        _known = new(revision, providers);
        return providers;
    }

    private sealed record Known(long Revision, EmbedProviders Providers);
}
