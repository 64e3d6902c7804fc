using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Topics;

public static class TopicServices
{
    public static IServiceCollection AddTopics(this IServiceCollection services) =>
        services.AddPaperScreen("topics.title", "topics.about", "/newsroom/topics", 20, nameof(Permission.ArrangePaper));

    public static void MapTopics(this IEndpointRouteBuilder newsroom)
    {
        ListTopics.Map(newsroom);
        MakeTopic.Map(newsroom);
        EditTopic.Map(newsroom);
        RemoveTopic.Map(newsroom);
    }
}
