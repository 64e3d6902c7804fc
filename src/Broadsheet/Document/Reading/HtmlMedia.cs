using AngleSharp.Dom;
using Broadsheet.Document.Embeds;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>Pictures, frames and players: ours if a callback or the allow-list knows them, else a line in the report.</summary>
internal static class HtmlMedia
{
    // Where pages that load pictures late keep the address.
    private static readonly string[] Addresses = ["src", "data-src", "data-lazy-src", "data-original"];

    /// <summary>Pages draw emoji as pictures; the sign itself stands in the alt text.</summary>
    public static string? Emoji(IElement image) =>
        image.GetAttribute("alt") is { Length: > 0 and <= 16 } alt && alt.EnumerateRunes().All(IsSign) ? alt : null;

    public static PictureBlock? Picture(IElement image, ReadingContext context)
    {
        var address = Addresses.Select(image.GetAttribute)
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value) && !value.StartsWith("data:image/gif", StringComparison.OrdinalIgnoreCase)) ?? "";
        if (image.GetAttribute("width") is "0" or "1" && image.GetAttribute("height") is "0" or "1") return null;

        var alt = image.GetAttribute("alt") ?? "";
        if (context.Options.Picture(address) is { } picture) return new("", picture, AltText: alt == "" ? null : context.Fit(alt, 2000));

        var shown = address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? address[..Math.Min(40, address.Length)] : address;
        context.Note(ReadingNoteKind.Picture, T("reading.note.picture"), $"{alt} {shown}");
        return null;
    }

    public static IEnumerable<Block> Frame(IElement frame, ReadingContext context)
    {
        var address = frame.GetAttribute("src") ?? frame.GetAttribute("data-src");
        if (Embed(address, frame.GetAttribute("title") ?? "", context) is { } embed) return [embed];

        context.Note(ReadingNoteKind.Frame, T("reading.note.frame"), $"{address} {frame.GetAttribute("srcdoc")} {frame.TextContent}");
        return [];
    }

    public static IEnumerable<Block> Player(IElement player, ReadingContext context)
    {
        var address = player.GetAttribute("src") ?? player.GetAttribute("data") ?? player.QuerySelector("source[src]")?.GetAttribute("src") ?? "";
        if (Embed(address, "", context) is { } embed) return [embed];
        if (context.Options.File(address) is { } file) return [new FileBlock("", file)];

        context.Note(ReadingNoteKind.Media, T("reading.note.media"), address);
        return [];
    }

    /// <summary>An embed of a provider on the list; null for every other address.</summary>
    public static EmbedBlock? Embed(string? address, string title, ReadingContext context)
    {
        if (address?.StartsWith("//", StringComparison.Ordinal) == true) address = "https:" + address;
        return context.Options.Embeds.Recognise(address) is { } embed && embed.Provider != EmbedProviders.Link
            ? new("", embed.Url, embed.Provider, context.Fit(title, 300)) : null;
    }

    private static bool IsSign(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.ModifierSymbol
            or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark;
}
