using System.CommandLine;
using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using static Broadsheet.Web.Text;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet ledger check</c> and <c>broadsheet ledger export</c>: whether the books are in order, and the books themselves.</summary>
internal static class LedgerCommand
{
    public static Command Make() => new("ledger", "The books of what readers gave.") { Check(), Export() };

    private static Command Check()
    {
        var command = new Command("check", "Goes over the whole ledger: every entry comes to zero, every donation is booked once, and Stripe holds what the books say.");
        return command.OnPaper(async (paper, words) =>
        {
            var (output, error) = (words.InvocationConfiguration.Output, words.InvocationConfiguration.Error);
            var check = new LedgerCheck(paper.Newspaper);
            var wrong = await check.RunAsync(CancellationToken.None);
            foreach (var line in wrong) error.WriteLine(line);
            foreach (var line in check.Remarks) output.WriteLine(line);
            output.WriteLine(wrong.Count > 0 ? T("ledger.check.broken", ("count", wrong.Count)) : T("ledger.check.well", ("entries", check.Entries), ("donations", check.Donations)));
            return wrong.Count > 0 ? 1 : 0;
        });
    }

    private static Command Export()
    {
        var command = new Command("export", "Writes the ledger to the standard output, for an accountant.");
        var year = new Option<int?>("--year") { Description = "Only the entries of one calendar year" };
        var journal = new Option<bool>("--journal") { Description = "As plain-text accounting, which ledger and hledger read, instead of CSV" };
        command.Options.Add(year);
        command.Options.Add(journal);
        return command.OnPaper(async (paper, words) =>
        {
            var output = words.InvocationConfiguration.Output;
            var (from, to) = BookDay.DaysOf(words.GetValue(year));
            if (words.GetValue(journal)) await LedgerExport.WriteJournalAsync(paper.Newspaper, from, to, output, CancellationToken.None);
            else await LedgerExport.WriteCsvAsync(paper.Newspaper, from, to, output, CancellationToken.None);
            return 0;
        });
    }
}
