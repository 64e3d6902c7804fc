namespace Broadsheet.Web;

/// <summary>What the newsroom's pages need of the program.</summary>
public static class NewsroomServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddNewsroom()
        {
            services.AddRazorComponents();
            services.AddProblemDetails();
            services.AddExceptionHandler<Refusals>();
            // Without it é and every Hebrew letter leave as entities.
            services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
            return services;
        }
    }
}
