using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Web;

namespace Broadsheet.Series;

public static class SeriesServices
{
    public static IServiceCollection AddSeries(this IServiceCollection services) =>
        services.AddScoped<IPictureUses, SeriesPictures>().AddPaperScreen("series.title", "series.about", "/newsroom/series", 21, nameof(Permission.ArrangePaper));

    public static void MapSeries(this IEndpointRouteBuilder newsroom)
    {
        ListSeries.Map(newsroom);
        MakeSeries.Map(newsroom);
        EditSeries.Map(newsroom);
        OrderSeries.Map(newsroom);
        RemoveSeries.Map(newsroom);
    }
}
