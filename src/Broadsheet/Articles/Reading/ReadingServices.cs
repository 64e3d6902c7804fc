using Broadsheet.Menus;
using Broadsheet.Paper;
using Broadsheet.Sections;

namespace Broadsheet.Articles.Reading;

public static class ReadingServices
{
    /// <summary>What readers' pages are made with, and the parts that every paper has.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddScoped<StoryViews>().AddScoped<StoryPictures>().AddScoped<PublicBodies>().AddScoped<NamedInBodies>().AddScoped<ArticlePages>().AddScoped<Archive.ArchiveStories>()
        .AddPagePart<LatestPart>().AddPagePart<SectionsPart>().AddPagePart<MenusPart>();
}
