using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Pictures;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Planning.Needs;

/// <summary>What a story's section wants of it, and what of that is there.</summary>
public sealed class SectionNeeds(Newspaper newspaper)
{
    /// <summary>Everything the section wants, whether it is there or not.</summary>
    /// <param name="flashedAt">When it went out as a flash; null: it did not.</param>
    public async Task<IReadOnlyList<ChecklistLine>> WantedAsync(ArticleContent content, DateTimeOffset? flashedAt, CancellationToken stop)
    {
        var levels = await newspaper.SettingAsync<PublishingNeeds>(stop);
        var lead = content.LeadPicture is { } use ? (await newspaper.Pictures.ByPublicIdAsync([use.Picture], stop)).GetValueOrDefault(use.Picture) : null;
        return [.. Enum.GetValues<Need>()
            .Select(need => (Need: need, Level: levels.Of(content.Section, need)))
            // A picture that is not there is asked for once, not three times.
            .Where(one => one.Level != NeedLevel.Off && (content.LeadPicture is not null || one.Need is not (Need.LeadAlt or Need.LeadCaption)))
            .Select(one => (one.Need, one.Level, IsDone: IsThere(one.Need, content, lead)))
            .Select(one => new ChecklistLine(FieldOf(one.Need), Text.T(one.IsDone ? $"need.{one.Need}" : $"need.{one.Need}.missing"), one.IsDone, one.Level == NeedLevel.Required, flashedAt + FlashTimes.After(one.Need)))];
    }

    private static bool IsThere(Need need, ArticleContent content, Picture? lead) => need switch
    {
        Need.Standfirst => content.Standfirst.Trim().Length > 0,
        Need.Body => content.Body.ForPublication().Content.Count > 0,
        Need.Byline => content.Bylines.Count > 0,
        Need.LeadPicture => content.LeadPicture is not null,
        Need.LeadAlt => content.LeadPicture is { AltText.Length: > 0 } || lead is { AltText.Length: > 0 },
        Need.LeadCaption => content.LeadPicture is { Caption.Length: > 0 } || lead is { Caption.Length: > 0 },
        Need.Dateline => content.Dateline.Trim().Length > 0,
        Need.Topics => content.Topics.Count > 0,
        Need.ShortHeadline => content.ShortHeadline.Trim().Length > 0,
        Need.SearchDescription => content.SearchDescription.Trim().Length > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    private static string FieldOf(Need need) => need == Need.Byline ? "Bylines" : need.ToString();
}

/// <summary>What a section requires, on the way to every first publication. A flash goes without, and what it lacks is wanted afterwards.</summary>
internal sealed class NeedsAreMet(Newspaper newspaper, SectionNeeds needs) : IPublicationCheck
{
    public async Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        if (article.IsPublished || (await newspaper.ShowPlanAsync(article.Id, stop)).FlashedAt is not null) return [];
        var wanted = await needs.WantedAsync(content, flashedAt: null, stop);
        return [.. wanted.Where(line => line is { IsDone: false, Blocks: true }).Select(line => new NotReadyException.Problem(line.Field, line.Text))];
    }
}
