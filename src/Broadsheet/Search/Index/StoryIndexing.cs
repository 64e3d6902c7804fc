using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Search.Stories;
using Broadsheet.Search.Words;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Index;

/// <summary>Writes stories into the readers' index as they are now, or takes them out of it. To be called inside WriteAsync.</summary>
internal sealed class StoryIndexing(Newspaper newspaper)
{
    private readonly IIndexSql _index = ArticleIndex.Of(newspaper);
    private const int FewAtOnce = 5;

    private readonly Dictionary<(long Edition, string Word), int> _counts = [];
    private readonly Dictionary<long, string> _alike = [];

    public async Task UpdateAsync(IReadOnlyCollection<long> articles, CancellationToken stop)
    {
        await _index.LockAsync(newspaper, articles, stop);
        await RemoveAsync(articles, stop);
        var rows = await newspaper.Articles.AsNoTracking().Where(row => articles.Contains(row.Id) && row.PublishedVersionId != null && row.Withdrawal == null && row.SectionId != null).ToListAsync(stop);
        if (rows.Count > 0)
        {
            var around = await AroundAsync(rows, stop);
            foreach (var article in rows)
            {
                if (around.Contents.GetValueOrDefault(article.PublishedVersionId!.Value) is { } content) await PutAsync(article, content, around, stop);
            }
        }
        await CountAsync(stop);
        // Many at once are an import or a rebuild: what they are like is kept, or found when they change.
        if (rows.Count <= FewAtOnce) foreach (var article in rows) await new AlikeStories(newspaper).FindAsync(article, stop);
    }

    // Once for all of them: who puts a comma right changes the count of no word.
    private async Task CountAsync(CancellationToken stop)
    {
        foreach (var edition in _counts.GroupBy(pair => pair.Key.Edition))
        {
            var changed = edition.Where(pair => pair.Value != 0).ToDictionary(pair => pair.Key.Word, pair => pair.Value);
            if (changed.Count > 0) await _index.CountAsync(newspaper, edition.Key, changed, stop);
        }
        _counts.Clear();
    }

    private void Count(long edition, IEnumerable<string> words, int by)
    {
        foreach (var word in words) _counts[(edition, word)] = _counts.GetValueOrDefault((edition, word)) + by;
    }

    private async Task RemoveAsync(IReadOnlyCollection<long> articles, CancellationToken stop)
    {
        var old = await newspaper.SearchEntries.AsNoTracking().Where(row => articles.Contains(row.ArticleId)).Select(row => new { row.Id, row.ArticleId, row.EditionId, row.Words, row.Alike }).ToListAsync(stop);
        if (old.Count == 0) return;

        var keys = old.Select(row => row.Id).ToList();
        await _index.RemoveAsync(newspaper, ArticleIndex.Paper, keys, stop);
        await newspaper.SearchEntries.Where(row => keys.Contains(row.Id)).ExecuteDeleteAsync(stop);
        foreach (var row in old)
        {
            Count(row.EditionId, row.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries), -1);
            _alike[row.ArticleId] = row.Alike;
        }
    }

    private async Task PutAsync(Article article, ArticleContent content, Around around, CancellationToken stop)
    {
        var edition = around.Editions[article.EditionId];
        var text = TextOf(article, content, around, edition);
        var key = EntryKey.Of(article.PublishedAt!.Value, article.Id);
        // Not through the change tracker: this runs inside somebody else's save.
        await newspaper.Database.ExecuteSqlAsync($"INSERT INTO search_entries (id, article_id, edition_id, section_id, form, words, alike, terms) VALUES ({key}, {article.Id}, {article.EditionId}, {article.SectionId!.Value}, {IndexedText.Form}, {string.Join(' ', text.Words)}, {_alike.GetValueOrDefault(article.Id, "")}, {text.Weigh()})", stop);
        await _index.PutAsync(newspaper, ArticleIndex.Paper, key, text, stop);
        Count(article.EditionId, text.Words, 1);
    }

    private static IndexedText TextOf(Article article, ArticleContent content, Around around, Edition edition)
    {
        var text = new IndexedText(Stems.Of(edition.Language));
        text.Add(Place.Head, article.Headline, 8);
        if (article.ShortHeadline != article.Headline) text.Add(Place.Head, article.ShortHeadline, 3);
        foreach (var topic in article.Topics) text.Add(Place.Head, around.Topics.GetValueOrDefault(topic.TopicId), 4);
        text.Add(Place.Lead, article.Standfirst, 3);
        foreach (var byline in article.Bylines) text.Add(Place.Lead, NameOf(byline, around, edition), 4);
        text.Add(Place.Lead, content.Dateline, 1);
        AddCaption(text, article.LeadPicture?.Picture, article.LeadPicture?.Caption, around);
        foreach (var block in around.PublicBody(article, content).AllBlocks) AddBlock(text, block, around);

        text.Add(Mark.Edition(article.EditionId));
        foreach (var section in article.Sections.Select(row => row.SectionId).Append(article.SectionId!.Value).Distinct()) text.Add(Mark.Section(section));
        foreach (var topic in article.Topics) text.Add(Mark.Topic(topic.TopicId));
        foreach (var who in article.Contributors.Where(row => around.ById.GetValueOrDefault(row.ContributorId)?.IsHidden == false)) text.Add(Mark.Contributor(who.ContributorId));
        return text;
    }

    private static void AddBlock(IndexedText text, Block block, Around around)
    {
        switch (block)
        {
            case TextBlock words:
                text.Add(Place.Body, string.Concat(words.Content.Select(inline => inline is TextRun run ? run.Text : "\n")), words is Heading ? 2 : 1);
                if (words is PullQuote quote) text.Add(Place.Body, quote.Attribution, 1);
                break;
            case FactBox box: text.Add(Place.Body, box.Title, 2); break;
            case PictureBlock picture: AddCaption(text, picture.Picture, picture.Caption, around); break;
            case FileBlock file: text.Add(Place.Body, file.Title, 1); break;
            case EmbedBlock embed: text.Add(Place.Body, embed.Title, 1); break;
        }
    }

    private static void AddCaption(IndexedText text, Guid? picture, string? caption, Around around) =>
        text.Add(Place.Body, caption is { Length: > 0 } ? caption : picture is { } id ? around.Captions.GetValueOrDefault(id) : null, 1.5);

    // Who is hidden is not found by her name, as no page prints it.
    private static string NameOf(Byline byline, Around around, Edition edition) => byline.Contributor is not { } id ? byline.Name
        : around.ByPublicId.GetValueOrDefault(id) is { IsHidden: false } who ? who.NameFor(byline.Name, edition.Code) : "";

    private async Task<Around> AroundAsync(List<Article> rows, CancellationToken stop)
    {
        var (ids, versions) = (rows.Select(row => row.Id).ToList(), rows.Select(row => row.PublishedVersionId!.Value).ToList());
        foreach (var part in (await newspaper.Set<ArticleSection>().AsNoTracking().Where(row => ids.Contains(row.ArticleId)).ToListAsync(stop)).GroupBy(row => row.ArticleId)) Fill(part.Key, article => article.Sections, part);
        foreach (var part in (await newspaper.Set<ArticleTopic>().AsNoTracking().Where(row => ids.Contains(row.ArticleId)).ToListAsync(stop)).GroupBy(row => row.ArticleId)) Fill(part.Key, article => article.Topics, part);
        foreach (var part in (await newspaper.Set<ArticleContributor>().AsNoTracking().Where(row => ids.Contains(row.ArticleId)).ToListAsync(stop)).GroupBy(row => row.ArticleId)) Fill(part.Key, article => article.Contributors, part);

        var contents = (await newspaper.ArticleVersions.AsNoTracking().Where(row => versions.Contains(row.Id) && row.ContentJson != null).ToListAsync(stop)).ToDictionary(row => row.Id, row => row.Content);
        var topics = rows.SelectMany(row => row.Topics).Select(row => row.TopicId).ToHashSet();
        var people = rows.SelectMany(row => row.Contributors).Select(row => row.ContributorId).ToHashSet();
        var pictures = contents.Values.SelectMany(content => content.Body.References.Pictures).Concat(rows.Select(row => row.LeadPicture?.Picture).OfType<Guid>()).ToHashSet();
        var known = await newspaper.Contributors.AsNoTracking().Where(row => people.Contains(row.Id)).ToListAsync(stop);
        return new(
            contents,
            await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop),
            await newspaper.Topics.AsNoTracking().Where(row => topics.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => string.Join(", ", row.Synonyms.Prepend(row.Name)), stop),
            known.ToDictionary(row => row.Id),
            known.ToDictionary(row => row.PublicId),
            await newspaper.Pictures.AsNoTracking().Where(row => pictures.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.Caption, stop),
            await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, stop), await TermsAsync(rows, stop));

        void Fill<TPlace>(long id, Func<Article, ICollection<TPlace>> places, IEnumerable<TPlace> found)
        {
            var list = places(rows.Single(row => row.Id == id));
            foreach (var one in found) list.Add(one);
        }
    }

    private async Task<IReadOnlyDictionary<long, AccessTerms>> TermsAsync(List<Article> rows, CancellationToken stop)
    {
        var terms = new Dictionary<long, AccessTerms>();
        foreach (var edition in rows.Select(row => row.EditionId).Distinct()) terms[edition] = (await newspaper.SettingOfAsync<AccessTerms>(edition, stop)).Value;
        return terms;
    }

    private sealed record Around(
        IReadOnlyDictionary<long, ArticleContent> Contents, IReadOnlyDictionary<long, Edition> Editions, IReadOnlyDictionary<long, string> Topics,
        IReadOnlyDictionary<long, Contributor> ById, IReadOnlyDictionary<Guid, Contributor> ByPublicId, IReadOnlyDictionary<Guid, string> Captions,
        IReadOnlyDictionary<long, Section> Sections, IReadOnlyDictionary<long, AccessTerms> Terms)
    {
        // Of a story that is not open to all its beginning alone is found, also while it is open for a time: words that are found are words that are told.
        public PublishedDocument PublicBody(Article article, ArticleContent content) => content.Body.ForPublication() is var all
            && article.AccessIn(article.SectionId is { } section ? Sections.GetValueOrDefault(section) : null) == Access.Open ? all : all.First(Terms[article.EditionId].PreviewBlocks);
    }
}
