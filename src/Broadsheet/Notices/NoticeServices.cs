using Broadsheet.Web;

namespace Broadsheet.Notices;

public static class NoticeServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddNotices() =>
            services.AddNewsroomLink("notices.title", "/newsroom/notices", 5).AddScoped<INewsroomCount, UnreadNotices>().AddHostedService<NoticeMails>();

        /// <summary>Adds a kind of notice. Its texts are <c>notice.{name}</c> and <c>notice.{name}.about</c>.</summary>
        public IServiceCollection AddNoticeKind(string name, bool byMail, bool atOnce = false) => services.AddSingleton(new NoticeKind(name, byMail, atOnce));
    }

    public static void MapNotices(this IEndpointRouteBuilder newsroom)
    {
        ListNotices.Map(newsroom);
        ReadNotices.Map(newsroom);
        ChooseNotices.Map(newsroom);
    }
}
