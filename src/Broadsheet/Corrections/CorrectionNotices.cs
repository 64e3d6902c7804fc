using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Storage;

namespace Broadsheet.Corrections;

internal static class CorrectionNotices
{
    public const string Corrected = "corrected";

    extension(Newspaper newspaper)
    {
        /// <summary>Whose story it is learns what the paper says about it. Saved with the correction itself.</summary>
        public async Task TellOfCorrectionAsync(Article article, string text, (long? Member, string Name) by, DateTimeOffset now, CancellationToken stop) =>
            newspaper.Tell(Corrected, await newspaper.WritersOfAsync(article, stop), by, article.Headline, $"/newsroom/articles/{article.Id}", now, text);
    }
}
