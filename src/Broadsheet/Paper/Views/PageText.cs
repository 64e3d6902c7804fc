using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Broadsheet.Paper.Views;

/// <summary>How text becomes HTML on readers' pages.</summary>
public static class PageText
{
    /// <summary>The default encoder writes é and every Hebrew or Arabic letter as an entity, which doubles a
    /// page's size; this one leaves letters alone and still escapes the five characters that matter.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);
}
