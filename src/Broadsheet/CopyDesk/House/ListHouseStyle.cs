using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.House;

/// <param name="Words">What is looked for in the rows; empty shows them all.</param>
public sealed record HouseStyleView(IReadOnlyList<BuiltInLine> BuiltIn, IReadOnlyList<HouseRule> Rules, IReadOnlyDictionary<string, RuleUse> Uses, string Words, bool HasMore)
{
    public RuleUse UseOf(HouseRule rule) => Uses.GetValueOrDefault($"house:{rule.PublicId}", RuleUse.None);
}

public sealed record BuiltInLine(string Id, Harm Harm, Severity Usual, Severity Now, RuleUse Use, IReadOnlyList<string> Languages);

/// <summary>GET /newsroom/house-style: the built-in rules and the paper's own, worst harm first; POST …/rules sets how the built-in ones speak.</summary>
public static class ListHouseStyle
{
    private const int Length = 500;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/house-style", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/rules", Set).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(string? words, Newspaper newspaper, CancellationToken stop)
    {
        var sought = (words ?? "").Trim();
        var set = await newspaper.CopyRuleSettings.AsNoTracking().ToDictionaryAsync(row => row.Rule, row => row.Severity, stop);
        var uses = await newspaper.RuleUsesAsync(stop);
        var rules = await newspaper.HouseRules.AsNoTracking().Where(row => sought == "" || row.Find.Contains(sought) || row.Right.Contains(sought) || row.Advice.Contains(sought))
            .OrderBy(row => row.Kind == HouseKind.Name || row.Kind == HouseKind.Loaded ? 0 : row.Kind == HouseKind.Spelling ? 1 : 2).ThenBy(row => row.Find).Take(Length + 1).ToListAsync(stop);
        var builtIn = CheckCopy.BuiltIn.OrderBy(rule => rule.Harm)
            .Select(rule => new BuiltInLine(rule.Id, rule.Harm, rule.Usual, set.GetValueOrDefault(rule.Id, rule.Usual), uses.GetValueOrDefault(rule.Id, RuleUse.None), rule.Languages));
        return Page.Of<ListHouseStylePage, HouseStyleView>(new([.. builtIn], [.. rules.Take(Length)], uses, sought, rules.Count > Length));
    }

    internal static async Task<IResult> Set(IFormCollection form, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        await newspaper.WriteAsync(async () =>
        {
            var set = await newspaper.CopyRuleSettings.ToDictionaryAsync(row => row.Rule, stop);
            foreach (var rule in CheckCopy.BuiltIn)
            {
                if (!Enum.TryParse<Severity>(form[rule.Id], out var chosen) || !Enum.IsDefined(chosen) || chosen == (set.GetValueOrDefault(rule.Id)?.Severity ?? rule.Usual)) continue;
                if (set.TryGetValue(rule.Id, out var row)) row.Severity = chosen;
                else newspaper.CopyRuleSettings.Add(new(rule.Id, chosen));
                newspaper.Audit(staff, "copy-rule-set", $"copy-rule/{rule.Id}", chosen.ToString(), clock.GetUtcNow());
            }

            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/house-style");
    }
}
