using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>What the page asks that sends a story as an alert, as typed.</summary>
/// <param name="Id">Sent twice, it is one issue.</param>
public sealed record AlertForm(Guid Id, long Newsletter, string Subject, string Line)
{
    public const int LongestSubject = 150, LongestLine = 200;

    public static AlertForm Of(Article article, long newsletter) => new(Guid.CreateVersion7(), newsletter, article.Headline.Length <= LongestSubject ? article.Headline : article.Headline[..LongestSubject], "");

    public static AlertForm Read(IFormCollection form)
    {
        return new(Guid.TryParse(form["Id"], out var id) ? id : Guid.CreateVersion7(), long.TryParse(form["Newsletter"], CultureInfo.InvariantCulture, out var newsletter) ? newsletter : 0, One("Subject"), One("Line"));

        // None of it may break a line: it goes into the heads of mails.
        string One(string field) => form[field].ToString().ReplaceLineEndings(" ").Trim();
    }

    public Problems Check(IEnumerable<Newsletter> newsletters)
    {
        var problems = new Problems();
        if (newsletters.All(row => row.Id != Newsletter)) problems.Add(nameof(Newsletter), T("alert.problem.newsletter"));
        if (Subject.Length is 0 or > LongestSubject) problems.Add(nameof(Subject), T("alert.problem.subject", ("most", LongestSubject)));
        if (Line.Length > LongestLine) problems.Add(nameof(Line), T("alert.problem.line", ("most", LongestLine)));
        return problems;
    }
}
