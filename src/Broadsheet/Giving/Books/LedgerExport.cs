using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Books;

/// <summary>The ledger for an accountant: as lines of a table, and as the plain text that ledger, hledger and beancount's importers read. No giver is named.</summary>
public static class LedgerExport
{
    /// <summary>CSV (RFC 4180): <c>day, entry, kind, account, amount, currency, donation, reason</c>; an entry's lines follow each other and come to zero in every currency.</summary>
    /// <param name="from">The first day, and <paramref name="to"/> the last, by the clock of the books.</param>
    public static async Task WriteCsvAsync(Newspaper newspaper, DateOnly from, DateOnly to, TextWriter csv, CancellationToken stop)
    {
        await csv.WriteLineAsync("day,entry,kind,account,amount,currency,donation,reason");
        await foreach (var (entry, donation) in Between(newspaper, from, to).WithCancellation(stop))
        {
            foreach (var line in entry.Lines)
            {
                await csv.WriteLineAsync(Csv.LineForSpreadsheet(
                    Day(entry.Day), entry.PublicId.ToString(), entry.Kind.ToString(), line.Account, line.Money.Plain, line.Currency, donation?.ToString() ?? "", entry.Reason));
            }
        }
    }

    /// <summary>Plain-text accounting (https://plaintextaccounting.org): a transaction a paragraph.</summary>
    /// <inheritdoc cref="WriteCsvAsync" path="/param"/>
    public static async Task WriteJournalAsync(Newspaper newspaper, DateOnly from, DateOnly to, TextWriter journal, CancellationToken stop)
    {
        await foreach (var (entry, donation) in Between(newspaper, from, to).WithCancellation(stop))
        {
            await journal.WriteLineAsync($"{Day(entry.Day)} * {entry.Kind}  ; entry:{entry.PublicId}{(donation is null ? "" : $", donation:{donation}")}");
            if (entry.Reason.Length > 0) await journal.WriteLineAsync($"    ; {OneLine(entry.Reason)}");
            foreach (var line in entry.Lines) await journal.WriteLineAsync($"    {line.Account,-32}  {line.Money.Plain,12} {line.Currency}");
            await journal.WriteLineAsync();
        }
    }

    private static IAsyncEnumerable<(LedgerEntry Entry, Guid? Donation)> Between(Newspaper newspaper, DateOnly first, DateOnly last)
    {
        var (entries, donations) = (newspaper.LedgerEntries.AsNoTracking().Include(row => row.Lines.OrderBy(line => line.Id)), newspaper.Donations);
        return (from entry in entries
                where entry.Day >= first && entry.Day <= last
                orderby entry.Day, entry.Id
                select new { Entry = entry, Donation = donations.Where(one => one.Id == entry.DonationId).Select(one => (Guid?)one.PublicId).FirstOrDefault() })
            .AsAsyncEnumerable().Select(one => (one.Entry, one.Donation));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // What a person typed must not begin a transaction of its own.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
}
