using System.CommandLine;
using Broadsheet.Newsletters.Bounces;
using MimeKit;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet bounce</c>: what a mail server is told to do with the mail that comes back.</summary>
internal static class BounceCommand
{
    public static Command Make()
    {
        var command = new Command("bounce", "Reads a mail that came back, or a complaint, from its input, and takes the address off the lists.");
        return command.OnPaper(async (paper, words) =>
        {
            await using var input = Console.OpenStandardInput();
            using var message = await MimeMessage.LoadAsync(input);
            var (newspaper, report) = (paper.Newspaper, ReportReader.Read(message));
            if (report is not null && await newspaper.NoteBounceAsync(report.MessageId, "dsn", report.Kind, report.Problem, paper.Now, CancellationToken.None)) return 0;

            words.InvocationConfiguration.Error.WriteLine("That is no report of a mail of ours that failed.");
            // Not a failure: the mail server would send a report of the report.
            return 0;
        });
    }
}
