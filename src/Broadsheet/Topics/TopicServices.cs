using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Web;

namespace Broadsheet.Topics;

public static class TopicServices
{
    public static IServiceCollection AddTopics(this IServiceCollection services) =>
        services.AddScoped<IPictureUses, TopicPictures>().AddPaperScreen("topics.title", "topics.about", "/newsroom/topics", 20, nameof(Permission.ArrangePaper));

    public static void MapTopics(this IEndpointRouteBuilder newsroom)
    {
        ListTopics.Map(newsroom);
        MakeTopic.Map(newsroom);
        EditTopic.Map(newsroom);
        MergeTopic.Map(newsroom);
        RemoveTopic.Map(newsroom);
    }
}
