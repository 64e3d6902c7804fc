namespace Broadsheet.Paper.Edge;

/// <summary>What one turn purges: the tags of what was touched, or everything where that is not known or would take too many requests.</summary>
/// <param name="Rows">The changes that are done when the edge said yes.</param>
/// <param name="Batches">The tags, a request each.</param>
internal sealed record EdgePurge(IReadOnlyList<long> Rows, IReadOnlyList<IReadOnlyCollection<string>> Batches)
{
    /// <param name="rows">Changes by their id, each with its keys.</param>
    /// <param name="mostRequests">How many requests may be sent.</param>
    internal static EdgePurge Of(IReadOnlyCollection<(long Id, string Keys)> rows, bool isAll, int mostTags, int mostRequests)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var tags = isAll ? new HashSet<string>() : EdgeTag.ToPurge(rows.SelectMany(row => row.Keys.Split('\n')));
        return isAll || tags.Count > mostTags * mostRequests ? new(ids, [[EdgeTag.All]]) : new(ids, [.. tags.Order(StringComparer.Ordinal).Chunk(mostTags)]);
    }
}
