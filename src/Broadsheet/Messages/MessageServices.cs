using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Web;

namespace Broadsheet.Messages;

public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddPaperScreen("message.title", "message.about", "/newsroom/message", 60, nameof(Permission.RunPaper))
        .AddPagePart<MessagePart>()
        .AddScoped<IFileUses, FilesInMessages>();
}
