using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// Says of a question that rows are all it depends on: each row it finds is noted by itself, and what it could find
/// besides is either named with <see cref="ReadsList"/> or cannot be. Without this a page that asks depends on the whole table:
/// coarse, but never wrong.
/// </summary>
public static class ReadTags
{
    internal const string Prefix = "rows of ";

    extension<T>(IQueryable<T> query) where T : class
    {
        /// <param name="tables">Constant text: EF compiles a query for each.</param>
        public IQueryable<T> ByRows(string tables) => query.TagWith(Prefix + tables);
    }

    extension(Newspaper newspaper)
    {
        /// <summary>Notes, while a page is made, that it depends on a list of this name.</summary>
        public void ReadsList(string name) => newspaper.Reads?.Add(ChangeKey.List(name));
    }
}
