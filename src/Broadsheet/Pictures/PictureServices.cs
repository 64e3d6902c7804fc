using Broadsheet.Machine;
using Broadsheet.Pictures.Decoding;
using Broadsheet.Storage;

namespace Broadsheet.Pictures;

public static class PictureServices
{
    public static IServiceCollection AddPictures(this IServiceCollection services, MachineSettings machine)
    {
        services.AddSingleton<PictureDecoder>();
        services.AddSingleton(provider => new RenditionShelf(
            Path.Combine(machine.Data, "cache", "pictures"), provider.GetRequiredService<FileStore>(), provider.GetRequiredService<PictureDecoder>()));
        services.AddSingleton<RenditionMakers>();
        services.AddHostedService(provider => provider.GetRequiredService<RenditionMakers>());
        return services.AddScoped<PictureIntake>();
    }
}
