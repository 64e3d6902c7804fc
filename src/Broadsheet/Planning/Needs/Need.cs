namespace Broadsheet.Planning.Needs;

/// <summary>
/// What a section may want of a story before it goes out, apart from what is needed to save it. A headline, a section that exists and a
/// credit for every picture are wanted of every story and cannot be turned off.
/// </summary>
public enum Need { Standfirst, Body, Byline, LeadPicture, LeadAlt, LeadCaption, Dateline, Topics, ShortHeadline, SearchDescription }

/// <summary>How much a section wants it.</summary>
public enum NeedLevel
{
    Off,

    /// <summary>It stands in the checklist and holds nothing up.</summary>
    Asked,

    /// <summary>Without it a story of this section does not go out.</summary>
    Required,
}

/// <summary>What each section wants, as the newsroom chose it.</summary>
public sealed record PublishingNeeds
{
    /// <summary>By the section's public id; a section that is not here wants what <see cref="Usual"/> says.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyDictionary<Need, NeedLevel>> Sections { get; init; } = new Dictionary<Guid, IReadOnlyDictionary<Need, NeedLevel>>();

    public static IReadOnlyDictionary<Need, NeedLevel> Usual { get; } = Enum.GetValues<Need>().ToDictionary(need => need, need => need switch
    {
        Need.Standfirst or Need.Body or Need.Byline or Need.LeadPicture or Need.LeadAlt or Need.Topics => NeedLevel.Asked,
        _ => NeedLevel.Off,
    });

    public NeedLevel Of(Guid? section, Need need) => (section is { } id ? Sections.GetValueOrDefault(id, Usual) : Usual).GetValueOrDefault(need, NeedLevel.Off);
}

/// <summary>After how many minutes the parts of a flash are wanted.</summary>
public static class FlashTimes
{
    public static TimeSpan After(Need need) => TimeSpan.FromMinutes(need switch
    {
        Need.Standfirst or Need.Byline or Need.Dateline => 10,
        Need.Body => 20,
        Need.LeadPicture or Need.LeadAlt or Need.LeadCaption => 40,
        _ => 60,
    });
}
