using System.Globalization;
using Broadsheet.Corrections.Desk;

namespace Broadsheet.Corrections.Asking;

/// <summary>What was answered, as typed.</summary>
/// <param name="Shown">The number of the version that readers saw when the question was drawn.</param>
public sealed record AnswerForm(string Answer, CorrectionForm Said, bool SaysUpdated, bool Draft, long Revision, int Shown)
{
    public static AnswerForm Empty(bool draft, bool saysUpdated) => new("", CorrectionForm.Empty, saysUpdated, draft, 0, 0);

    public static AnswerForm Read(IFormCollection form) => new(form["Answer"].ToString(), CorrectionForm.Read(form), form["saysUpdated"] == "true", form["draft"] == "true",
        long.TryParse(form["revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0, int.TryParse(form["version"], CultureInfo.InvariantCulture, out var shown) ? shown : 0);

    public AnswerKind? Chosen => Enum.TryParse<AnswerKind>(Answer, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
