using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Menus;

public sealed record MenuRow(MenuPlace Place, string Label, string Address, int Position);

/// <summary>An edition's menus as typed: all rows at once, in the order of their numbers.</summary>
/// <param name="Seen">What the menus were when the form was drawn, so that two people cannot overwrite each other unawares.</param>
public sealed record MenuForm(IReadOnlyList<MenuRow> Rows, string Seen)
{
    public static MenuForm Of(IEnumerable<MenuItem> items)
    {
        var rows = items.OrderBy(item => item.Place).ThenBy(item => item.Position).ThenBy(item => item.Id)
            .GroupBy(item => item.Place).SelectMany(place => place.Select((item, at) => new MenuRow(item.Place, item.Label, item.Address, at + 1))).ToList();
        return new(rows, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rows)))));
    }

    /// <summary>A row with neither words nor address is left out: that is how one is removed. "Up" and "Down" move one a place.</summary>
    public static MenuForm Read(IFormCollection form)
    {
        var (places, labels, addresses, numbers) = (form["Place"], form["Label"], form["Address"], form["Position"]);
        var rows = labels.Select((label, at) => new MenuRow(
            Enum.TryParse<MenuPlace>(places.ElementAtOrDefault(at), out var place) && Enum.IsDefined(place) ? place : MenuPlace.Footer,
            (label ?? "").Trim(), (addresses.ElementAtOrDefault(at) ?? "").Trim(),
            // Moving by one must pass the neighbour: three half-steps of numbers that stand two apart.
            2 * (int.TryParse(numbers.ElementAtOrDefault(at), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, -10_000, 10_000) : 10_000)
                + (form["Up"] == $"{at}" ? -3 : 0) + (form["Down"] == $"{at}" ? 3 : 0))).Where(row => row is not { Label: "", Address: "" });
        return new([.. rows.OrderBy(row => row.Place).ThenBy(row => row.Position).GroupBy(row => row.Place).SelectMany(place => place.Select((row, at) => row with { Position = at + 1 }))], form["Seen"].ToString());
    }

    public Problems Check()
    {
        var problems = new Problems();
        foreach (var row in Rows)
        {
            if (row.Label.Length == 0) problems.Add(T("menu.problem.label", ("address", row.Address)));
            if (!(row.Address.StartsWith('/') && !row.Address.StartsWith("//", StringComparison.Ordinal)) && !IsWhole(row.Address)) problems.Add(T("menu.problem.address", ("label", row.Label)));
        }
        return problems;
    }

    private static bool IsWhole(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
}
