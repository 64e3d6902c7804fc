using Broadsheet.Articles;
using Broadsheet.Storage;

namespace Broadsheet.Corrections.Asking;

/// <summary>Stops a publication of changes for one question, if they are such that readers may have to be told. A story that develops is asked about when it has settled.</summary>
internal sealed class AskBeforePublication(Newspaper newspaper, TimeProvider clock) : IPublicationQuestion
{
    public async Task<string?> WhereToAskAsync(Article article, IFormCollection form, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await newspaper.QuestionOfAsync(article, draft: true, stop) is not { } question) return null;
        if (question.Developing is { } developing && !developing.HasSettledAt(now))
        {
            developing.WentOutAgain(now);
            await newspaper.SaveChangesAsync(stop);
            return null;
        }
        if (question.Changes.Count == 0) return null;
        // Readers are told that more follows, so they know that what they read will change.
        if (question.Developing is null && article.MoreFollowsUntil is { } until && until > now)
        {
            newspaper.Add(new DevelopingStory(article.Id, question.From, until));
            await newspaper.SaveChangesAsync(stop);
            return null;
        }
        return $"/newsroom/articles/{article.Id}/publication/question?draft=true{(form["saysUpdated"] == "true" ? "&updated=true" : "")}";
    }
}
