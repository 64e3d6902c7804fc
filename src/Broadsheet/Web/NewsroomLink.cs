namespace Broadsheet.Web;

/// <summary>
/// One way in the newsroom's frame; features add theirs, so that the frame knows none of them.
/// Text is the key of its text; Policy says who sees it, null: everyone signed in. Key is the letter that leads there after g.
/// </summary>
public sealed record NewsroomLink(string Text, string Href, int Position, string? Policy = null, string? Key = null);

public static class NewsroomLinks
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds a way to the newsroom's frame. Positions run in tens: 10 articles … 90 settings.</summary>
        public IServiceCollection AddNewsroomLink(string text, string href, int position, string? policy = null, string? key = null) =>
            services.AddSingleton(new NewsroomLink(text, href, position, policy, key));
    }
}
