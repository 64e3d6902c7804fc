using Broadsheet.Search.Words;
using System.Globalization;
using System.Text;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Index;

internal static partial class ArticleIndex
{
    /// <summary>tsvector written by us, lexeme by lexeme: no configuration of the server cuts or folds anything.</summary>
    private sealed class PostgresIndex : IIndexSql
    {
        // A tsvector counts no further; words behind it are found, phrases are not.
        private const int LastPosition = 16_383;
        private const int Apart = 3;

        // Any number of our own: two nodes that start at once would both make the table.
        private const long Turn = 0x5365617263684978;

        public async Task PrepareAsync(Newspaper newspaper, CancellationToken stop)
        {
            await newspaper.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", stop);
            foreach (var index in All)
            {
                await newspaper.Database.ExecuteSqlAsync(Sql($"CREATE TABLE IF NOT EXISTS {index} (id bigint PRIMARY KEY, tokens tsvector NOT NULL)"), stop);
                await newspaper.Database.ExecuteSqlAsync(Sql($"CREATE INDEX IF NOT EXISTS ix_{index}_tokens ON {index} USING gin (tokens)"), stop);
            }
        }

        public Task LockAsync(Newspaper newspaper, IReadOnlyCollection<long> articles, CancellationToken stop) =>
            newspaper.Database.ExecuteSqlAsync($"SELECT 1 FROM articles WHERE id = ANY ({articles.Order().ToArray()}) ORDER BY id FOR UPDATE", stop);

        public Task PutAsync(Newspaper newspaper, string index, long key, IndexedText text, CancellationToken stop) => newspaper.Database.ExecuteSqlAsync(
            Sql($"INSERT INTO {index} (id, tokens) VALUES ({{0}}, CAST({{1}} AS tsvector)) ON CONFLICT (id) DO UPDATE SET tokens = excluded.tokens", key, Vector(text)), stop);

        public Task RemoveAsync(Newspaper newspaper, string index, IReadOnlyCollection<long> keys, CancellationToken stop) =>
            newspaper.Database.ExecuteSqlAsync(Sql($"DELETE FROM {index} WHERE id = ANY ({{0}})", keys.ToArray()), stop);

        public Task<List<long>> FindAsync(Newspaper newspaper, string index, Asked asked, bool inHead, int most, CancellationToken stop) => newspaper.Database.SqlQuery<long>(
            Sql($"SELECT id AS \"Value\" FROM {index} WHERE tokens @@ CAST({{0}} AS tsquery) AND id >= {{1}} AND id <= {{2}} ORDER BY id DESC LIMIT {{3}}",
                Query(asked, inHead), asked.From, asked.To, most)).ToListAsync(stop);

        public async Task CountAsync(Newspaper newspaper, long edition, IReadOnlyDictionary<string, int> words, CancellationToken stop)
        {
            // In one order, so that two who count the same words wait for each other and not for ever.
            var list = words.Keys.Order(StringComparer.Ordinal).ToArray();
            var counts = list.Select(word => words[word]).ToArray();
            await newspaper.Database.ExecuteSqlAsync($"INSERT INTO search_words (edition_id, word, shape, entries) SELECT {edition}, word, substr(word, 1, 1) || length(word), by FROM unnest({list}, {counts}) AS counted (word, by) ON CONFLICT (edition_id, word) DO UPDATE SET entries = search_words.entries + excluded.entries", stop);
            if (counts.Any(by => by < 0)) await newspaper.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE edition_id = {edition} AND word = ANY ({list}) AND entries <= 0", stop);
        }

        public Task TidyAsync(Newspaper newspaper, string index, CancellationToken stop) => newspaper.Database.ExecuteSqlAsync(Sql($"ANALYZE {index}"), stop);

        private static string Vector(IndexedText text)
        {
            var (places, at) = (new SortedDictionary<string, List<(int At, char Label)>>(StringComparer.Ordinal), 0);
            foreach (var (place, label) in new[] { (Place.Head, 'A'), (Place.Lead, 'B'), (Place.Body, 'C') })
            {
                foreach (var token in text.TokensOf(place))
                {
                    if (token is null) at += Apart;
                    else Add(token, Math.Min(++at, LastPosition), label);
                }
                at += Apart;
            }
            foreach (var mark in text.Marks) Add(mark, Math.Min(at += Apart, LastPosition), 'D');

            var vector = new StringBuilder();
            foreach (var (token, positions) in places)
                vector.Append('\'').Append(token).Append("':").AppendJoin(',', positions.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.At}{one.Label}"))).Append(' ');
            return vector.ToString();

            void Add(string token, int position, char label)
            {
                if (!places.TryGetValue(token, out var list)) places[token] = list = [];
                list.Add((position, label));
            }
        }

        private static string Query(Asked asked, bool inHead) => string.Join(" & ", asked.Wanted.Select(clause => Phrase(clause, inHead ? "A" : ""))
            .Concat(asked.Marks.Select(group => $"({string.Join(" | ", group.Select(mark => $"'{mark}'"))})"))
            .Concat(asked.Unwanted.Select(clause => $"!{Phrase(clause, "")}")));

        private static string Phrase(Clause clause, string label) => $"({string.Join(" <-> ", clause.Tokens.Select(token => Lexeme(token, label)))})";

        private static string Lexeme(QueryToken token, string label) => $"'{token.Text}'{(token.IsBeginning || label.Length > 0 ? ":" : "")}{(token.IsBeginning ? "*" : "")}{label}";
    }
}
