using System.CommandLine;
using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Members.Adoption;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet stripe adopt</c>: takes over what readers pay at Stripe already.</summary>
internal static class StripeCommand
{
    public static Command Make() => new("stripe", "The paper's account at Stripe.") { Adopt() };

    private static Command Adopt()
    {
        var command = new Command("adopt", "Takes over subscriptions that were begun elsewhere: what is paid from now on is a donation or a membership here. No card is entered again.");
        var dry = new Option<bool>("--dry-run") { Description = "Only says what would be taken over" };
        var edition = new Option<string?>("--edition") { Description = "The code of the edition in whose name gifts go on. Default: the first" };
        var only = new Option<string[]>("--only") { Description = "A price or product (price_…, prod_…) that is taken over; may be repeated. Default: all", DefaultValueFactory = _ => [] };
        command.Options.Add(dry);
        command.Options.Add(edition);
        command.Options.Add(only);
        return command.OnPaper(async (paper, words) =>
        {
            var code = words.GetValue(edition);
            if (!paper.Get<StripeRoad>().IsOn) return Refuse(T("donations.off"));
            if (await paper.Newspaper.Editions.OrderBy(row => row.Position).ThenBy(row => row.Id).FirstOrDefaultAsync(row => code == null || row.Code == code) is not { } found) return Refuse(T("adoption.no-edition", ("code", code ?? "")));
            try
            {
                await AdoptAsync(paper.Get<StripeAdoption>(), found.Id, words.GetValue(only)!, words.GetValue(dry), words.InvocationConfiguration.Output);
                return 0;
            }
            catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, CancellationToken.None))
            {
                return Refuse(T("adoption.silence", ("why", failure.Message)));
            }

            int Refuse(string why)
            {
                words.InvocationConfiguration.Error.WriteLine(why);
                return 1;
            }
        });
    }

    /// <summary>A line for each subscription, without a name, then how many were taken over.</summary>
    internal static async Task AdoptAsync(StripeAdoption adoption, long edition, IReadOnlyCollection<string> only, bool isDry, TextWriter output)
    {
        var found = await adoption.LookAsync(edition, only, CancellationToken.None).ToListAsync();
        foreach (var one in found)
        {
            await output.WriteLineAsync(one.IsTakenOver
                ? $"{one.Id}  {one.Fact!.Amount.Plain} {one.Fact.Amount.Currency}  {T($"donation.{one.Fact.Frequency}")}  {one.Tier?.Name ?? T("adoption.gift")}{(one.Fact.State == Giving.RecurringState.PastDue ? "  " + T("adoption.past-due") : "")}{(one.HasNoAddress ? "  " + T("adoption.no-address") : "")}"
                : $"{one.Id}  -  {T($"adoption.{one.Verdict}")}");
        }
        var count = isDry ? found.Count(one => one.IsTakenOver) : await adoption.TakeOverAsync(found, null, CancellationToken.None);
        await output.WriteLineAsync(T(isDry ? "adoption.dry" : "adoption.done", ("count", count)));
    }
}
