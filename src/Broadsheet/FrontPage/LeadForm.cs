using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.FrontPage;

/// <summary>Which story leads until when, as typed.</summary>
/// <param name="Story">Public id of the story.</param>
/// <param name="Until">As a datetime-local field sends it, on the edition's clock.</param>
/// <param name="Stamp">The front page that the form was drawn from; empty before its first pin.</param>
public sealed record LeadForm(string Story, string Until, Guid Stamp)
{
    private const string FieldTime = "yyyy-MM-ddTHH:mm";

    /// <summary>What is pinned; when nothing is, a pin that would hold to the end of an afternoon's work.</summary>
    public static LeadForm Of(FrontPage? page, Article? pinned, Edition edition, DateTimeOffset now) => new(
        pinned?.PublicId.ToString() ?? "",
        edition.LocalTime(pinned is null ? now.AddHours(4) : page!.LeadUntil!.Value).ToString(pinned is null ? "yyyy-MM-ddTHH:00" : FieldTime, CultureInfo.InvariantCulture),
        FrontPage.StampOf(page));

    public static LeadForm Read(IFormCollection form) => new(
        form["Story"].ToString(), form["Until"].ToString().Trim(), Guid.TryParse(form["Stamp"], out var stamp) ? stamp : Guid.Empty);

    public Guid? StoryId => Guid.TryParse(Story, out var id) ? id : null;

    /// <summary>Null when what is typed is no time.</summary>
    public DateTimeOffset? UntilOn(Edition edition) =>
        DateTime.TryParse(Until, CultureInfo.InvariantCulture, out var local) ? edition.InstantOf(local) : null;

    /// <param name="story">The chosen story, if readers can find it.</param>
    public Problems Check(Article? story, Edition edition, DateTimeOffset now)
    {
        var problems = new Problems();
        if (story is null) problems.Add(nameof(Story), T(StoryId is null ? "frontPage.problem.story" : "frontPage.problem.storyGone"));
        if (UntilOn(edition) is not { } until) problems.Add(nameof(Until), T("frontPage.problem.until"));
        else if (until <= now) problems.Add(nameof(Until), T("frontPage.problem.past"));
        return problems;
    }

    public IReadOnlyList<StaleText> Against(LeadForm theirs, IReadOnlyList<Choice> stories) => StaleText.Of(
        new(T("frontPage.story"), Named(Story, stories), Named(theirs.Story, stories)),
        new(T("frontPage.until"), Until, theirs.Story.Length > 0 ? theirs.Until : T("frontPage.nothing")));

    private static string Named(string story, IReadOnlyList<Choice> stories) =>
        story.Length == 0 ? T("frontPage.nothing") : stories.FirstOrDefault(choice => choice.Value == story)?.Label ?? T("frontPage.gone");
}
