using System.CommandLine;
using System.Net;
using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Mail.Checking;
using static Broadsheet.Web.Text;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet doctor mail</c>: whether the paper's mail will arrive, and what to do if not.</summary>
internal static class DoctorCommand
{
    public static Command Make() => new("doctor", "Looks for what is not well, and says what to do about it.") { Mail() };

    private static Command Mail()
    {
        var command = new Command("mail", "Looks at the mail server and at what the sending domain says: TLS, SPF, DKIM, DMARC, reverse name. Sends nothing.");
        var dns = new Option<string?>("--dns") { Description = "Ask this DNS server, such as 1.1.1.1 or 127.0.0.1:5353, instead of the machine's" };
        command.Options.Add(dns);
        return command.OnPaper(async (paper, words) =>
        {
            var output = words.InvocationConfiguration.Output;
            var server = words.GetValue(dns) is { } named ? IPEndPoint.TryParse(named, out var point) ? new IPEndPoint(point.Address, point.Port == 0 ? 53 : point.Port) : throw new SettingException($"--dns must be an address such as 1.1.1.1, not {named}.") : null;
            var findings = await new MailDoctor(paper.Get<MachineSettings>().Mail, paper.Get<Postman>(), new MailDns(server)).LookAsync(CancellationToken.None);
            foreach (var finding in findings) output.WriteLine($"{finding.Subject,-6} {T($"doctor.judgement.{finding.Judgement}"),-6} {finding.Words}");
            var todo = findings.Count(finding => finding.Judgement != Judgement.Good);
            output.WriteLine(todo == 0 ? T("doctor.mail.good") : T("doctor.mail.todo", ("count", todo)));
            return findings.Any(finding => finding.Judgement == Judgement.Wrong) ? 1 : 0;
        });
    }
}
