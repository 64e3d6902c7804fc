using System.Runtime.CompilerServices;
using System.Text.Json;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Index;

internal static partial class ArticleIndex
{
    /// <summary>FTS5, which keeps the index alone and takes our tokens as they are: the tokenizer cuts at spaces and folds nothing but ASCII.</summary>
    private sealed class SqliteIndex : IIndexSql
    {
        public async Task PrepareAsync(Newspaper newspaper, CancellationToken stop)
        {
            foreach (var index in All)
            {
                await newspaper.Database.ExecuteSqlAsync(Sql($"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5(head, lead, body, marks, content='', contentless_delete=1, tokenize=\"ascii tokenchars '_'\")"), stop);
            }
        }

        // One writes at a time.
        public Task LockAsync(Newspaper newspaper, IReadOnlyCollection<long> articles, CancellationToken stop) => Task.CompletedTask;

        public Task PutAsync(Newspaper newspaper, string index, long key, IndexedText text, CancellationToken stop) => newspaper.Database.ExecuteSqlAsync(
            Sql($"INSERT OR REPLACE INTO {index} (rowid, head, lead, body, marks) VALUES ({{0}}, {{1}}, {{2}}, {{3}}, {{4}})",
                key, Of(text, Place.Head), Of(text, Place.Lead), Of(text, Place.Body), string.Join(' ', text.Marks)), stop);

        public Task RemoveAsync(Newspaper newspaper, string index, IReadOnlyCollection<long> keys, CancellationToken stop) =>
            newspaper.Database.ExecuteSqlAsync(Sql($"DELETE FROM {index} WHERE rowid IN (SELECT value FROM json_each({{0}}))", JsonSerializer.Serialize(keys)), stop);

        public Task<List<long>> FindAsync(Newspaper newspaper, string index, Asked asked, bool inHead, int most, CancellationToken stop) => newspaper.Database.SqlQuery<long>(
            Sql($"SELECT rowid AS \"Value\" FROM {index} WHERE {index} MATCH {{0}} AND rowid >= {{1}} AND rowid <= {{2}} ORDER BY rowid DESC LIMIT {{3}}",
                Match(asked, inHead), asked.From, asked.To, most)).ToListAsync(stop);

        public async Task CountAsync(Newspaper newspaper, long edition, IReadOnlyDictionary<string, int> words, CancellationToken stop)
        {
            var list = JsonSerializer.Serialize(words);
            await newspaper.Database.ExecuteSqlAsync($"INSERT INTO search_words (edition_id, word, shape, entries) SELECT {edition}, key, substr(key, 1, 1) || length(key), value FROM json_each({list}) WHERE true ON CONFLICT (edition_id, word) DO UPDATE SET entries = search_words.entries + excluded.entries", stop);
            if (words.Values.Any(by => by < 0)) await newspaper.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE edition_id = {edition} AND word IN (SELECT key FROM json_each({list})) AND entries <= 0", stop);
        }

        public Task TidyAsync(Newspaper newspaper, string index, CancellationToken stop) =>
            newspaper.Database.ExecuteSqlAsync(Sql($"INSERT INTO {index} ({index}) VALUES ('optimize')"), stop);

        private static string Of(IndexedText text, Place place) => string.Join(' ', text.TokensOf(place).Select(token => token ?? "_"));

        private static string Match(Asked asked, bool inHead)
        {
            var wanted = string.Join(" AND ", asked.Wanted.Select(Phrase));
            if (inHead && wanted.Length > 0) wanted = $"{{head}} : ({wanted})";
            var all = string.Join(" AND ", asked.Marks.Select(group => $"({string.Join(" OR ", group.Select(mark => $"\"{mark}\""))})").Prepend(wanted).Where(part => part.Length > 0));
            return asked.Unwanted.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", asked.Unwanted.Select(Phrase))})";
        }

        private static string Phrase(Clause clause) => $"\"{string.Join(' ', clause.Tokens.Select(token => token.Text))}\"{(clause.Tokens[^1].IsBeginning ? "*" : "")}";
    }

    // The names of tables are ours; whatever was typed goes as a parameter.
    private static FormattableString Sql(string text, params object[] values) => FormattableStringFactory.Create(text, values);
}
