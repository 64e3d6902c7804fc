using System.Globalization;
using Broadsheet.Articles;

namespace Broadsheet.Corrections.Desk;

/// <summary>What is said about a story, as typed.</summary>
/// <param name="Why">For the newsroom.</param>
/// <param name="Shown">The version that readers saw when the form was drawn.</param>
public sealed record CorrectionForm(string Kind, string Text, string Why, long Shown)
{
    public static CorrectionForm Empty { get; } = new("", "", "", 0);

    /// <summary>Those that a person chooses among; a retraction is made by withdrawing.</summary>
    public static IEnumerable<CorrectionKind> Kinds { get; } = [CorrectionKind.Correction, CorrectionKind.Clarification, CorrectionKind.EditorsNote, CorrectionKind.Update];

    public static CorrectionForm Read(IFormCollection form) => new(
        form["Kind"].ToString(), form["Text"].ToString().ReplaceLineEndings("\n").Trim(), form["Why"].ToString().Trim(),
        long.TryParse(form["shown"], CultureInfo.InvariantCulture, out var shown) ? shown : 0);

    public CorrectionKind? Chosen => Enum.TryParse<CorrectionKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <exception cref="ArticleException">No kind was chosen.</exception>
    public CorrectionKind Demand() => Chosen ?? throw new ArticleException(Web.Text.T("corrections.sayKind"));
}
