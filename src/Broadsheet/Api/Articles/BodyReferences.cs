using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Document.Reading;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

/// <summary>
/// Finds what a text in HTML or Markdown refers to: pictures, files and articles by their ids, pictures also by their
/// address on the paper. Readers of text do not wait, so a text is read once to learn what it names and again with what was found.
/// </summary>
internal sealed partial class BodyReferences(Newspaper newspaper, AllowedEmbeds embeds)
{
    public async Task<DocumentReading> ReadAsync(Func<ReadingOptions, DocumentReading> read, CancellationToken stop)
    {
        var (pictures, files, articles) = (new Dictionary<string, Guid?>(), new Dictionary<string, Guid?>(), new Dictionary<string, Guid?>());
        var allowed = await embeds.ReadAsync(stop);
        var reading = read(Options(Ask));
        if (pictures.Count + files.Count + articles.Count == 0) return reading;

        await FindPicturesAsync(pictures, stop);
        await FindAsync(files, ids => newspaper.Files.Where(row => ids.Contains(row.PublicId)).Select(row => row.PublicId), stop);
        await FindAsync(articles, ids => newspaper.Articles.Where(row => ids.Contains(row.PublicId)).Select(row => row.PublicId), stop);
        return read(Options((found, name) => found.GetValueOrDefault(name)));

        ReadingOptions Options(Func<Dictionary<string, Guid?>, string, Guid?> look) => new()
        {
            Picture = name => look(pictures, name),
            File = name => look(files, name),
            Article = name => look(articles, name),
            Embeds = allowed,
        };
    }

    private static Guid? Ask(Dictionary<string, Guid?> asked, string name)
    {
        if (name.Length > 0) asked.TryAdd(name, null);
        return null;
    }

    private async Task FindPicturesAsync(Dictionary<string, Guid?> names, CancellationToken stop)
    {
        await FindAsync(names, ids => newspaper.Pictures.Where(row => ids.Contains(row.PublicId)).Select(row => row.PublicId), stop);
        var keys = names.Keys.ToDictionary(name => name, name => PictureAddress().Match(name).Groups[1].Value);
        var wanted = keys.Values.Where(key => key.Length > 0).ToHashSet();
        if (wanted.Count == 0) return;
        var known = await newspaper.Pictures.Where(row => wanted.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.PublicId, stop);
        foreach (var (name, key) in keys)
            if (known.TryGetValue(key, out var id)) names[name] = id;
    }

    private static async Task FindAsync(Dictionary<string, Guid?> names, Func<List<Guid>, IQueryable<Guid>> query, CancellationToken stop)
    {
        var ids = names.Keys.Select(name => Guid.TryParse(name, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        if (ids.Count == 0) return;
        var known = await query(ids).ToListAsync(stop);
        foreach (var name in names.Keys.ToList())
            if (Guid.TryParse(name, out var id) && known.Contains(id)) names[name] = id;
    }

    [GeneratedRegex("/pictures/([0-9a-f]{16})/")]
    private static partial Regex PictureAddress();
}
