using System.Text.Json;

namespace Broadsheet.Document.Embeds;

/// <summary>Something elsewhere, recognised. Without a frame it is a plain link card.</summary>
public sealed record Embed(string Provider, string Name, string Url, string? Frame = null, string? Ratio = null);

/// <summary>The allow-list of what may be loaded from elsewhere, on a reader's click.</summary>
public sealed class EmbedProviders(IReadOnlyList<EmbedProvider> providers)
{
    /// <summary>The provider of a plain link card.</summary>
    public const string Link = "link";

    public static EmbedProviders Default { get; } = Load();

    /// <summary>As readers see them.</summary>
    public IReadOnlyList<string> Names { get; } = [.. providers.Select(provider => provider.Name).Distinct()];

    /// <summary>The hosts that frames may come from, for the paper's frame-src.</summary>
    public IReadOnlyList<string> FrameHosts { get; } = [.. providers.Select(provider => provider.FrameHost).Distinct()];

    /// <summary>A wider list: the paper's own providers are asked first. Those that have a Problem are left out.</summary>
    public EmbedProviders With(IEnumerable<EmbedProvider> own) => new([.. own.Where(provider => provider.Problem() is null), .. providers]);

    /// <summary>Whose this address is; a plain link card when nobody's; null when it is no web address.</summary>
    public Embed? Recognise(string? address)
    {
        if (LinkSafety.Clean(address) is not { } clean || !LinkSafety.IsWebAddress(clean)) return null;

        var uri = new Uri(clean);
        return providers.Select(provider => provider.Recognise(uri)).FirstOrDefault(embed => embed is not null)
            ?? new(Link, uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host, clean);
    }

    private static EmbedProviders Load()
    {
        using var stream = typeof(EmbedProviders).Assembly.GetManifestResourceStream("Broadsheet.Document.embeds.json")!;
        return new(JsonSerializer.Deserialize<EmbedProvider[]>(stream, JsonSerializerOptions.Web)!);
    }
}
