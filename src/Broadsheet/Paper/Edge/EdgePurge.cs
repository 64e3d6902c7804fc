namespace Broadsheet.Paper.Edge;

/// <summary>
/// What one turn purges: the tags of what was touched; all pages where that would take too many requests, but not the pictures, which
/// are heavy and hardly ever change; and everything where it is not known.
/// </summary>
/// <param name="Rows">The changes that are done when the edge said yes.</param>
/// <param name="Batches">The tags, a request each.</param>
internal sealed record EdgePurge(IReadOnlyList<long> Rows, IReadOnlyList<IReadOnlyCollection<string>> Batches)
{
    /// <param name="rows">Changes by their id, each with its keys.</param>
    /// <param name="mostRequests">How many requests may be sent.</param>
    internal static EdgePurge Of(IReadOnlyCollection<(long Id, string Keys)> rows, bool isAll, int mostTags, int mostRequests)
    {
        var ids = rows.Select(row => row.Id).ToList();
        if (isAll) return new(ids, [[EdgeTag.All]]);

        var keys = rows.SelectMany(row => row.Keys.Split('\n')).ToHashSet(StringComparer.Ordinal);
        var tags = EdgeTag.ToPurge(keys);
        if (tags.Count > mostTags * mostRequests) tags = EdgeTag.ToPurge(keys.Where(EdgeTag.StandsAlone).Append(EdgeTag.ProgramKey));
        return tags.Count > mostTags * mostRequests ? new(ids, [[EdgeTag.All]]) : new(ids, [.. tags.Order(StringComparer.Ordinal).Chunk(mostTags)]);
    }
}
