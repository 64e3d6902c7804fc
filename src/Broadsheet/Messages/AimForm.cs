using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Messages;

/// <summary>Where a message stands and for whom, as typed.</summary>
public sealed record AimForm(
    string InStory, string Paragraph, bool OnFront, bool InNewsletter, IReadOnlyList<string> Who, IReadOnlyList<long> Sections, string Countries, string EveryDays, string RestDays, string Holdout)
{
    public static IEnumerable<Audience> Audiences => [Audience.New, Audience.Regular, Audience.Subscriber, Audience.Supporter];

    public static AimForm Of(MessageAim aim) => new(
        $"{aim.InStory}", Plain(aim.Paragraph), aim.OnFront, aim.InNewsletter, [.. Audiences.Where(one => aim.Who.HasFlag(one)).Select(one => $"{one}")], aim.Sections,
        string.Join(", ", aim.Countries), Plain(aim.EveryDays), Plain(aim.RestDays), Plain(aim.HoldoutPercent));

    public static AimForm Read(IFormCollection form)
    {
        return new(Line("InStory"), Line("Paragraph"), form["OnFront"] == "true", form["InNewsletter"] == "true", [.. form["Who"].OfType<string>()],
            [.. form["Sections"].Select(text => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)], Line("Countries"), Line("EveryDays"), Line("RestDays"), Line("Holdout"));

        string Line(string field) => form[field].ToString().Trim();
    }

    public void Check(Problems problems)
    {
        if (Number(Paragraph, 1, MessageAim.MostParagraphs) is null) problems.Add(nameof(Paragraph), T("message.problem.paragraph", ("most", MessageAim.MostParagraphs)));
        if (Audience == Audience.None) problems.Add(nameof(Who), T("message.problem.who"));
        if (CountryCodes.Read(Countries) is null) problems.Add(nameof(Countries), T("message.problem.countries"));
        if (Number(EveryDays, 0, MessageAim.MostDays) is null) problems.Add(nameof(EveryDays), T("message.problem.days", ("most", MessageAim.MostDays)));
        if (Number(RestDays, 0, MessageAim.MostDays) is null) problems.Add(nameof(RestDays), T("message.problem.days", ("most", MessageAim.MostDays)));
        if (Number(Holdout, 0, MessageAim.MostHeldOut) is null) problems.Add(nameof(Holdout), T("message.problem.holdout", ("most", MessageAim.MostHeldOut)));
    }

    /// <summary>To be asked for after a check that found nothing.</summary>
    public MessageAim Aim => new()
    {
        InStory = Enum.TryParse<StoryPlace>(InStory, out var place) && Enum.IsDefined(place) ? place : StoryPlace.End,
        Paragraph = Number(Paragraph, 1, MessageAim.MostParagraphs)!.Value,
        OnFront = OnFront,
        InNewsletter = InNewsletter,
        Who = Audience,
        Sections = Sections,
        Countries = CountryCodes.Read(Countries)!,
        EveryDays = Number(EveryDays, 0, MessageAim.MostDays)!.Value,
        RestDays = Number(RestDays, 0, MessageAim.MostDays)!.Value,
        HoldoutPercent = Number(Holdout, 0, MessageAim.MostHeldOut)!.Value,
    };

    public IEnumerable<StaleText> Against(AimForm theirs) =>
    [
        new(T("message.inStory"), PlaceOf(InStory), PlaceOf(theirs.InStory)), new(T("message.paragraph"), Paragraph, theirs.Paragraph), new(T("message.onFront"), YesOrNo(OnFront), YesOrNo(theirs.OnFront)),
        new(T("message.inNewsletter"), YesOrNo(InNewsletter), YesOrNo(theirs.InNewsletter)), new(T("message.who"), WhoOf(Audience), WhoOf(theirs.Audience)),
        new(T("message.sections"), string.Join(", ", Sections), string.Join(", ", theirs.Sections)), new(T("message.countries"), Countries, theirs.Countries),
        new(T("message.every"), EveryDays, theirs.EveryDays), new(T("message.rest"), RestDays, theirs.RestDays), new(T("message.holdout"), Holdout, theirs.Holdout),
    ];

    /// <summary>In words: "everybody", or one after the other.</summary>
    internal static string WhoOf(Audience who) => who == Audience.Everybody ? T("message.who.Everybody") : string.Join(", ", Audiences.Where(one => who.HasFlag(one)).Select(one => T($"message.who.{one}")));

    internal static string PlaceOf(string place) => Enum.TryParse<StoryPlace>(place, out var known) ? T($"message.inStory.{known}") : "";

    private Audience Audience => Audiences.Where(one => Who.Contains($"{one}")).Aggregate(Audience.None, (all, one) => all | one);

    private static string YesOrNo(bool yes) => T(yes ? "message.yes" : "message.no");

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string typed, int least, int most) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
