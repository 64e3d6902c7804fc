using Broadsheet.Paper.Views;

namespace Broadsheet.Paper;

/// <summary>Pages that stand where a page cannot.</summary>
public static class PaperErrors
{
    private static readonly int[] Known = [404, 410, 451, 500];

    public static PaperPage Of(PaperEdition edition, int status, string notice = "")
    {
        var known = Known.Contains(status) ? status : status >= 500 ? 500 : 404;
        // When something broke, the page asks nothing of the features: one of them may be what broke.
        return new(edition, "error", new ErrorView(status, known, notice), new PageHead { Title = status.ToString(System.Globalization.CultureInfo.InvariantCulture), Robots = "noindex" })
        {
            Status = status,
            IsWithoutParts = known == 500,
        };
    }
}

public sealed class ErrorView(int status, int known, string notice) : View
{
    public int Status => status;
    public string TitleKey => $"error.{known}.title";
    public string TextKey => $"error.{known}.text";

    /// <summary>The paper's own words, where a story was withdrawn with some.</summary>
    public string Notice => notice;

    public bool WithLists => known != 500;
}
