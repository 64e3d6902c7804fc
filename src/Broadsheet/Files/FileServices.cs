using Broadsheet.Accounts;
using Broadsheet.Paper.Edge;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Files;

public static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddNewsroomLink("files.title", "/newsroom/files", 35, nameof(Permission.AddPictures))
        .AddScoped<FileIntake>().AddSingleton<IChangedLists>(new AloneList<StoredFile>(ServeFile.ListOf));

    /// <summary>The files' pages behind the newsroom's gate.</summary>
    public static void MapFiles(this IEndpointRouteBuilder newsroom)
    {
        ListFiles.Map(newsroom);
        UploadFiles.Map(newsroom);
        EditFile.Map(newsroom);
    }
}
