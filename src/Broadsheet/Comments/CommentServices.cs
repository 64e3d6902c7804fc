using Broadsheet.Notices;
using Broadsheet.Today;

namespace Broadsheet.Comments;

public static class CommentServices
{
    internal const string SaysItself = "A comment says who wrote, changed or deleted it.";

    public static IServiceCollection AddComments(this IServiceCollection services) => services.AddScoped<CommentDesk>().AddScoped<ITodayLines, CommentsWaiting>()
        .AddNoticeKind(CommentNotices.Mentioned, byMail: true).AddNoticeKind(CommentNotices.Replied, byMail: true).AddNoticeKind(CommentNotices.Commented, byMail: false);

    public static void MapComments(this IEndpointRouteBuilder newsroom)
    {
        ListComments.Map(newsroom);
        BeginThread.Map(newsroom);
        ReplyToThread.Map(newsroom);
        ResolveThread.Map(newsroom);
        ChangeComment.Map(newsroom);
        DecideSuggestions.Map(newsroom);
    }
}
