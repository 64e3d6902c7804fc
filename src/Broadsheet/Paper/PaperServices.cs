using Broadsheet.Paper.Assets;
using Broadsheet.Paper.Themes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Broadsheet.Paper;

public static class PaperServices
{
    extension(IServiceCollection services)
    {
        /// <summary>The reader's paper. <paramref name="overrides"/> is the folder of the paper's own theme files;
        /// <paramref name="origin"/> the address that the paper is known by, without a slash at its end.</summary>
        public IServiceCollection AddPaper(Func<IServiceProvider, string?> overrides, Func<IServiceProvider, string> origin)
        {
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(provider => new CurrentTheme(new ThemeFolder(overrides(provider)), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton(provider => new PaperOrigin(origin(provider).TrimEnd('/')));
            services.AddSingleton<PaperStylesheets>();
            services.TryAddScoped<IPaperLook, UntouchedLook>();
            return services.AddScoped<PageMaker>();
        }

        /// <summary>Offers a part to every template. See <see cref="PagePart"/>.</summary>
        public IServiceCollection AddPagePart<TPart>()
            where TPart : PagePart => services.AddScoped<PagePart, TPart>();

        /// <summary>Adds to the head of pages. See <see cref="HeadPart"/>.</summary>
        public IServiceCollection AddHeadPart<TPart>()
            where TPart : HeadPart => services.AddScoped<HeadPart, TPart>();
    }
}
