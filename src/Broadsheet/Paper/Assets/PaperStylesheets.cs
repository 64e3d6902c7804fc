using System.Collections.Concurrent;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Paper.Assets;

/// <summary>The one stylesheet of a page: the look in front, the theme behind it. Made when either changes.</summary>
public sealed class PaperStylesheets
{
    // A page that a browser or a CDN kept still asks for the stylesheet it was made with.
    private const int KeptOld = 16;

    private readonly ConcurrentDictionary<(Theme, PaperLook), PaperAsset> made = new();
    private readonly ConcurrentQueue<PaperAsset> order = new();
    private readonly ConcurrentDictionary<string, PaperAsset> byAddress = new();

    public PaperAsset For(Theme theme, PaperLook look) => made.GetOrAdd((theme, look), _ => Remember(Make(theme, look)));

    public PaperAsset? At(string address) => byAddress.GetValueOrDefault(address);

    /// <summary>The newest, for a page that is older than all we remember.</summary>
    public PaperAsset? Newest => order.LastOrDefault();

    private static PaperAsset Make(Theme theme, PaperLook look) =>
        new("paper.css", [.. System.Text.Encoding.UTF8.GetBytes(LookStylesheet.Write(look, theme.Assets.AddressOf) + CssText.Shrink(theme.Assets.Css))]);

    private PaperAsset Remember(PaperAsset asset)
    {
        byAddress[asset.Address] = asset;
        order.Enqueue(asset);
        while (order.Count > KeptOld && order.TryDequeue(out var oldest))
        {
            byAddress.TryRemove(oldest.Address, out _);
            foreach (var (key, _) in made.Where(pair => pair.Value == oldest)) made.TryRemove(key, out _);
        }

        return asset;
    }
}
