namespace Broadsheet.Web;

/// <summary>
/// A line on the newsroom's page "Paper": what is arranged seldom. Features add theirs, as they add a <see cref="NewsroomLink"/>.
/// Text and About are keys of texts; Policy says who sees it, null: everyone signed in.
/// </summary>
public sealed record PaperScreen(string Text, string About, string Href, int Position, string? Policy = null);

public static class PaperScreens
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds a line to /newsroom/paper. Positions run in tens: 10 sections … 90 the machine.</summary>
        public IServiceCollection AddPaperScreen(string text, string about, string href, int position, string? policy = null) =>
            services.AddSingleton(new PaperScreen(text, about, href, position, policy));
    }
}
