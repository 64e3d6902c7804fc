using System.Web;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>Addresses as they were meant: without the redirectors of those who watch clicks.</summary>
internal static class ForeignLinks
{
    /// <summary>The address to keep; null when there is none to keep, with a note when that is a loss.</summary>
    public static string? Read(string? href, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(href)) return null;
        // A place in the source (Word's bookmarks, footnote signs) is nowhere in ours.
        if (href.StartsWith('#')) return null;

        if (LinkSafety.Clean(Absolute(href, context.Options.BaseAddress)) is { } clean) return LinkSafety.Clean(Unwrap(clean)) ?? clean;

        context.Note(ReadingNoteKind.Link, T("reading.note.link"), href);
        return null;
    }

    private static string Absolute(string href, Uri? address) =>
        address is not null && LinkSafety.Clean(href) is { } clean && !clean.Contains(':') && Uri.TryCreate(address, clean, out var absolute) ? absolute.AbsoluteUri : href;

    private static string Unwrap(string href)
    {
        if (!Uri.TryCreate(href, UriKind.Absolute, out var uri)) return href;
        var parameter = uri.Host switch
        {
            "www.google.com" when uri.AbsolutePath == "/url" => "q",
            "l.facebook.com" or "lm.facebook.com" => "u",
            _ when uri.Host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal) => "url",
            _ => null,
        };
        var meant = parameter is null ? null : HttpUtility.ParseQueryString(uri.Query)[parameter];
        return meant is not null && LinkSafety.IsWebAddress(meant) ? meant : href;
    }
}
