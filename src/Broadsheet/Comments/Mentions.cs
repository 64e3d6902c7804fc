namespace Broadsheet.Comments;

/// <summary>Whom a text names: an @ and a member's whole name, or the first of her names where no other begins with it.</summary>
internal static class Mentions
{
    public static IEnumerable<long> In(string text, IEnumerable<(long Id, string Name)> staff)
    {
        var members = staff.Where(member => member.Name.Length > 0).OrderByDescending(member => member.Name.Length).ToList();
        var firsts = members.GroupBy(member => member.Name.Split(' ')[0], StringComparer.OrdinalIgnoreCase).Where(group => group.Count() == 1).Select(group => (group.Single().Id, Name: group.Key)).ToList();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // An @ inside a word is an address.
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            if (Named(members, text, at + 1) is { } whole) yield return whole;
            else if (Named(firsts, text, at + 1) is { } first) yield return first;
        }
    }

    private static long? Named(IEnumerable<(long Id, string Name)> members, string text, int at)
    {
        foreach (var (id, name) in members)
        {
            var end = at + name.Length;
            if (string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && (end >= text.Length || !char.IsLetterOrDigit(text[end]))) return id;
        }

        return null;
    }
}
