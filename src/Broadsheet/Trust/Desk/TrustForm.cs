using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Trust.Desk;

/// <summary>What an edition says of itself, as typed.</summary>
public sealed record TrustForm(TrustStatement Statement, long Revision)
{
    public static TrustForm Of(TrustStatement said, long revision) => new(said, revision);

    public static TrustForm Read(IFormCollection form) => new(
        new TrustStatement
        {
            Texts = TrustSubject.All.Select(subject => (subject.Slug, Text: form[subject.Slug].ToString().ReplaceLineEndings("\n").Trim())).Where(one => one.Text.Length > 0).ToDictionary(one => one.Slug, one => one.Text),
            Mail = form["Mail"].ToString().Trim(),
        },
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public Problems Check()
    {
        var problems = new Problems();
        if (Statement.Mail.Length > 0 && !MailText.IsAddress(Statement.Mail)) problems.Add("Mail", T("trust.problem.mail"));
        foreach (var (slug, text) in Statement.Texts)
            if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.Any(char.IsWhiteSpace)) problems.Add(slug, T("trust.problem.https"));
        return problems;
    }

    public IReadOnlyList<StaleText> Against(TrustForm theirs) => StaleText.Of(
        [.. TrustSubject.All.Select(subject => new StaleText(T($"trust.{subject.Slug}"), Statement.TextOf(subject), theirs.Statement.TextOf(subject))), new(T("trust.mail"), Statement.Mail, theirs.Statement.Mail)]);
}
