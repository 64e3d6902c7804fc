using Broadsheet.Document;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

/// <summary>
/// The one place that says how much of a story's text is for everybody (promise 22). Pages, feeds, search and whatever else hands text out ask here; a test
/// asks every route for a word that only the rest of a story has. What cannot be found out is closed.
/// </summary>
public sealed class PublicBodies(Newspaper newspaper, TimeProvider clock)
{
    private readonly Dictionary<long, List<Section>> _sections = [];
    private readonly Dictionary<long, AccessTerms> _terms = [];

    /// <summary>Who may read a story whole at this moment.</summary>
    public async Task<Access> AccessAsync(Article article, CancellationToken stop) =>
        AccessOf(article, article.SectionId is { } section ? (await SectionsAsync(article.EditionId, stop)).Find(row => row.Id == section) : null);

    /// <summary>On what terms an edition's stories are read.</summary>
    public async Task<AccessTerms> TermsAsync(long edition, CancellationToken stop) =>
        _terms.TryGetValue(edition, out var known) ? known : _terms[edition] = (await newspaper.SettingOfAsync<AccessTerms>(edition, stop)).Value;

    /// <summary>What everybody may read of a story's text: all of an open one, the beginning of another.</summary>
    /// <param name="body">Of the version that is out.</param>
    public async Task<(PublishedDocument Body, Access Access)> OfAsync(Article article, PublishedDocument body, CancellationToken stop)
    {
        var access = await AccessAsync(article, stop);
        if (access == Access.Open) return (body, access);

        return (body.First((await TermsAsync(article.EditionId, stop)).PreviewBlocks), access);
    }

    // A feed asks for thirty stories.
    private async Task<List<Section>> SectionsAsync(long edition, CancellationToken stop) =>
        _sections.TryGetValue(edition, out var known) ? known : _sections[edition] = await newspaper.SectionsOfAsync(edition, stop);

    private Access AccessOf(Article article, Section? section)
    {
        var now = clock.GetUtcNow();
        var chosen = article.AccessIn(section);
        if (chosen == Access.Open) return chosen;

        // Open for a while: the page is made again when that is over.
        var until = article.OpenUntil > section?.OpenUntil || section?.OpenUntil is null ? article.OpenUntil : section.OpenUntil;
        if (until > now)
        {
            newspaper.Reads?.ExpireAt(until.Value);
            return Access.Open;
        }
        return chosen;
    }
}
