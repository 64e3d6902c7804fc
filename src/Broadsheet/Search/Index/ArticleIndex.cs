using Broadsheet.Storage;

namespace Broadsheet.Search.Index;

/// <summary>The full-text indexes of this paper's database.</summary>
internal static partial class ArticleIndex
{
    /// <summary>What readers may find.</summary>
    internal const string Paper = "search_index";

    /// <summary>What the newsroom may find: never asked for a reader.</summary>
    internal const string Desk = "desk_index";

    private static readonly IIndexSql Sqlite = new SqliteIndex(), Postgres = new PostgresIndex();

    internal static IIndexSql Of(Newspaper newspaper) => newspaper is PostgresNewspaper ? Postgres : Sqlite;

    private static readonly string[] All = [Paper, Desk];
}
