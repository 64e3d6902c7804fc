using Broadsheet.Accounts;
using Broadsheet.Machine;
using Broadsheet.Paper.Edge;
using Broadsheet.Pictures.Decoding;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Pictures;

public static class PictureServices
{
    public static IServiceCollection AddPictures(this IServiceCollection services, MachineSettings machine)
    {
        services.AddSingleton<PictureDecoder>().AddSingleton<IChangedLists>(new AloneList<Picture>(picture => ShowRendition.ListOf(picture.Key)));
        services.AddSingleton(provider => new RenditionShelf(
            Path.Combine(machine.Data, "cache", "pictures"), provider.GetRequiredService<FileStore>(), provider.GetRequiredService<PictureDecoder>()));
        services.AddSingleton<RenditionMakers>();
        services.AddHostedService(provider => provider.GetRequiredService<RenditionMakers>());
        services.AddNewsroomLink("pictures.library", "/newsroom/pictures", 30, nameof(Permission.AddPictures));
        return services.AddScoped<PictureIntake>().AddScoped<PicturePage>();
    }

    /// <summary>The library behind the newsroom's gate.</summary>
    public static void MapPictures(this IEndpointRouteBuilder newsroom)
    {
        ListPictures.Map(newsroom);
        UploadPictures.Map(newsroom);
        EditPictures.Map(newsroom);
        EditPicture.Map(newsroom);
        AllowWithoutCredit.Map(newsroom);
        ShowOriginal.Map(newsroom);
    }
}
