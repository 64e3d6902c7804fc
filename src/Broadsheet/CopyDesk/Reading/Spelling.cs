namespace Broadsheet.CopyDesk.Reading;

/// <summary>How far two spellings are from each other.</summary>
internal static class Spelling
{
    /// <summary>One letter more, less, other, or two changed about.</summary>
    public static bool IsNear(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1 || one == other) return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        var (left, right) = (one.Length - 1, other.Length - 1);
        while (left >= start && right >= start && one[left] == other[right]) (left, right) = (left - 1, right - 1);
        var (restOne, restOther) = (left - start + 1, right - start + 1);
        return restOne <= 1 && restOther <= 1 || restOne == 2 && restOther == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    }

    /// <summary>The longer is the shorter with an ending: Johnsons, Russian.</summary>
    public static bool IsInflection(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length..] is "s" or "n" or "i" or "a" or "d";
    }
}
