namespace Broadsheet.Editions;

/// <summary>
/// Which stories stand where. Articles answers: sections, topics and contributors, in which stories stand, must not know them,
/// or the arrows would run in a circle.
/// </summary>
public interface IStoryPlaces
{
    /// <summary>Published stories by section, those also shown there included. What has none is missing.</summary>
    Task<IReadOnlyDictionary<long, int>> InSectionsAsync(CancellationToken stop);

    Task<IReadOnlyDictionary<long, int>> OnTopicsAsync(CancellationToken stop);

    Task<IReadOnlyDictionary<long, int>> ByContributorsAsync(CancellationToken stop);

    Task<IReadOnlyDictionary<long, int>> InSeriesAsync(CancellationToken stop);

    /// <summary>The stories of a series that readers find, the first published first.</summary>
    Task<IReadOnlyList<StoryInSeries>> OfSeriesAsync(long series, CancellationToken stop);

    /// <summary>Whether a story that is not out yet, a draft or a scheduled one, is meant for this section.</summary>
    Task<bool> AwaitsAsync(Guid section, CancellationToken stop);

    /// <summary>Puts every story of one topic on another, once where it was on both. Saved with what else is saved.</summary>
    Task MoveTopicAsync(long from, long into, CancellationToken stop);

    /// <summary>Takes every story off the topic, so that it can go.</summary>
    Task TakeOffTopicAsync(long topic, CancellationToken stop);
}

/// <param name="Id">Its public id.</param>
/// <param name="Number">As the newsroom's address has it.</param>
public sealed record StoryInSeries(Guid Id, long Number, string Headline);
