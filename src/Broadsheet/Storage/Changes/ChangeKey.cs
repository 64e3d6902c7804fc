namespace Broadsheet.Storage.Changes;

/// <summary>
/// How what was read and what was changed are named, so that the two can be compared. Three sizes: a row
/// (<c>articles:17</c>), a table as a whole (<c>sections</c>), and a list that a feature names (<c>list:latest:1</c>).
/// </summary>
public static class ChangeKey
{
    /// <summary>One row, by its key inside.</summary>
    public static string Row(string table, object key) => $"{table}:{key}";

    /// <summary>Touched when rows of a table were changed without being looked at one by one. Whoever read any row of it depends on this, too.</summary>
    public static string AnyRow(string table) => $"{table}:*";

    /// <summary>Touched by every change of the table. Read by a question of which nothing finer is known.</summary>
    public static string Table(string table) => table;

    /// <summary>A list by its predicate: touched when something enters it, leaves it or could move in it.</summary>
    /// <param name="name">Such as <c>latest:1</c>.</param>
    public static string List(string name) => $"list:{name}";
}
