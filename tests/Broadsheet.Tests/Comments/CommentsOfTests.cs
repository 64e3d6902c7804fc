using Broadsheet.Articles;
using Broadsheet.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Broadsheet.Storage;

namespace Broadsheet.Tests.Comments;

/// <summary>Comments of people who have a link and no account.</summary>
public static class CommentsOfTests
{
    extension(Newsroom newsroom)
    {
        public Task CommentAsync(Article article, CommentAuthor by, string text) => newsroom.AtDeskAsync(article, async (desk, found) => await desk.BeginAsync(found, new(AnchorKind.Field, "Headline"), "", by, text, default));

        public Task<List<CommentThread>> OfLinkAsync(Article article, Guid link) => newsroom.AtDeskAsync(article, (desk, found) => desk.OfLinkAsync(found.Id, link, default));

        private async Task<T> AtDeskAsync<T>(Article article, Func<CommentDesk, Article, Task<T>> act)
        {
            await using var scope = newsroom.App.Services.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<Newspaper>().Articles.ForActs().SingleAsync(row => row.Id == article.Id);
            return await act(scope.ServiceProvider.GetRequiredService<CommentDesk>(), found);
        }
    }
}
