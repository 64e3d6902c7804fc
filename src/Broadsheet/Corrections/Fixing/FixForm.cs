using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Corrections.Desk;
using Broadsheet.Document;
using Broadsheet.Pages;
using Broadsheet.Web;
using Broadsheet.Web.Fields;

namespace Broadsheet.Corrections.Fixing;

/// <summary>What is to be put right over what readers see, as typed.</summary>
/// <param name="Body">Null when none was sent: without script there is no editor, and the body stays.</param>
/// <param name="Refused">Why a body that was sent is none.</param>
/// <param name="Find">Words of the body to be put right where there is no editor, and on a phone.</param>
/// <param name="Put">What stands in their place.</param>
/// <param name="Answer">Whether something is said to readers; empty: not answered.</param>
public sealed record FixForm(string Headline, string Standfirst, string Dateline, string Caption, DraftDocument? Body, string Find, string Put, string Answer, CorrectionForm Said, string? Refused = null)
{
    public static FixForm Of(ArticleContent shown, long version) =>
        new(shown.Headline, shown.Standfirst, shown.Dateline, shown.LeadPicture?.Caption ?? "", shown.Body.AsItStands(), "", "", "", CorrectionForm.Empty with { Shown = version });

    public static FixForm Read(IFormCollection form)
    {
        var (body, refused) = SentBody.Read(form);
        return new(Line("Headline"), form["Standfirst"].ToString().ReplaceLineEndings("\n"), Line("Dateline"), Line("Caption"), body, Line("Find"), Line("Put"), form["Answer"].ToString(), CorrectionForm.Read(form), refused);

        string Line(string field) => form[field].ToString().ReplaceLineEndings(" ");
    }

    public AnswerKind? Chosen => Enum.TryParse<AnswerKind>(Answer, out var kind) && kind != AnswerKind.Developing ? kind : null;

    /// <summary>What readers see with these words in it.</summary>
    public ArticleContent Over(ArticleContent shown) => shown with
    {
        Headline = Headline.Trim(),
        Standfirst = Standfirst,
        Dateline = Dateline,
        LeadPicture = shown.LeadPicture is { } use ? use with { Caption = Caption } : null,
        Body = Find.Length == 0 ? Body ?? shown.Body : ReplacedText.In(Body ?? shown.Body, Find, Put),
    };

    public Problems Check(ArticleContent shown)
    {
        var problems = new Problems();
        if (Refused is not null) problems.Add(Text.T("page.problem.body", ("why", Refused)));
        if (string.IsNullOrWhiteSpace(Headline)) problems.Add("Headline", Text.T("article.writeHeadline"));
        if (Find.Length > 0 && ReplacedText.Count(Body ?? shown.Body, Find) is var count && count != 1) problems.Add("Find", Text.T("fix.find.count", ("count", count)));
        return problems;
    }

    public IReadOnlyList<StaleText> Against(ArticleContent theirs) => StaleText.Of(
        new(Text.T("article.field.Headline"), Headline, theirs.Headline), new(Text.T("article.field.Standfirst"), Standfirst, theirs.Standfirst), new(Text.T("article.field.Dateline"), Dateline, theirs.Dateline),
        new(Text.T("article.body"), PageForm.Words(Body ?? theirs.Body), PageForm.Words(theirs.Body)));
}
