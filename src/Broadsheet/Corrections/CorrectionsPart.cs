using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections;

/// <summary>{{ corrections }} on a story's page: what the paper said about it, where its settings want it. Null where it said nothing.</summary>
internal sealed class CorrectionsPart(Newspaper newspaper) : PagePart
{
    public override string Name => "corrections";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.Content is not ArticlePageView { Article.Shown: var article }) return null;

        var found = await newspaper.CorrectionsOf(article.Id).ToListAsync(cancellation);
        // The notice over a story that is taken back says it already.
        if (article.Withdrawal is { Kind: WithdrawalKind.Retraction }) found.RemoveAll(row => row.Kind == CorrectionKind.Retraction);
        if (found.Count == 0) return null;

        var settings = await newspaper.SettingAsync<CorrectionSettings>(cancellation);
        return new StoryCorrectionsView(
            [.. found.Where(row => settings.Of(row.Kind) == CorrectionPlace.Top).Select(row => new CorrectionView(row, null))],
            [.. found.Where(row => settings.Of(row.Kind) == CorrectionPlace.Bottom).Select(row => new CorrectionView(row, null))],
            page.Edition.At("/corrections"));
    }
}

/// <summary>What a story's page says, over the text and under it.</summary>
public sealed class StoryCorrectionsView(IReadOnlyList<CorrectionView> top, IReadOnlyList<CorrectionView> bottom, string href) : View
{
    public IReadOnlyList<CorrectionView> Top => top;
    public IReadOnlyList<CorrectionView> Bottom => bottom;

    /// <summary>Everything that the edition put right.</summary>
    public string Href => href;
}
