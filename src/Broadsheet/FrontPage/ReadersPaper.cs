using Broadsheet.Articles.Chains;
using Broadsheet.Articles.Reading;
using Broadsheet.Articles.Reading.Archive;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Paper.Assets;
using Broadsheet.Paper.Press;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.FrontPage;

/// <summary>The reader's paper as a whole: its services, and its addresses in one place.</summary>
public static class ReadersPaper
{
    public static IServiceCollection AddReadersPaper(this IServiceCollection services, MachineSettings machine) => services
        .AddPaper(_ => Path.Combine(machine.Data, "theme"), _ => machine.Paper.Address.Length > 0 ? machine.Paper.Address : machine.Urls.Split(';')[0])
        .AddReading()
        .AddScoped<FrontPageArrangement>().AddScoped<Zones>().AddScoped<ComingStories>();

    /// <summary>The press stands before all guards, so it is told which hosts they let pass.</summary>
    public static PressHosts HostsOfPress(IServiceProvider provider)
    {
        var hosts = provider.GetRequiredService<Hosts>();
        return new(hosts.Answers, () => hosts.Address.Authority);
    }

    /// <summary>Maps what readers read. Others of the paper's pages are mapped on the group it returns.</summary>
    public static RouteGroupBuilder MapReadersPaper(this WebApplication app)
    {
        ReadAsset.Map(app);

        var paper = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        paper.AddEndpointFilter(new PaperFailure(http => http.Edition?.ForPaper()));
        ReadFrontPage.Map(paper);
        ReadIcon.Map(paper);
        ReadLatest.Map(paper);
        ReadTopic.Map(paper);
        ReadSeries.Map(paper);
        ReadArchive.Map(paper);
        ReadContributor.Map(paper);
        ReadPage.Map(paper);
        ReadArticle.Map(paper);
        ReadDayHeads.Map(paper);
        // Reading only: a fallback for every method would also take the forms whose content type does not fit.
        paper.MapMethods("{**path}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, Newspaper newspaper, CancellationToken stop) => Missing.AnswerAsync(http, newspaper, stop)).WithOrder(int.MaxValue);
        return paper;
    }
}
