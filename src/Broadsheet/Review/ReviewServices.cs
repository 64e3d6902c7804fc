using Broadsheet.Notices;

namespace Broadsheet.Review;

/// <summary>A draft shown outside: to a lawyer, a translator, a source, by a link without an account.</summary>
public static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services.AddNoticeKind(ReviewNotices.Commented, byMail: true).AddNoticeKind(ReviewNotices.Approved, byMail: true);

    public static void MapReview(this IEndpointRouteBuilder newsroom)
    {
        ReviewDesk.Map(newsroom);
        RevokeReview.Map(newsroom);
        OpenReview.Map(newsroom);
        ReadReview.Map(newsroom);
        AnswerReview.Map(newsroom);
    }
}
