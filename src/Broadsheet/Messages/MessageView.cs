using System.Globalization;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Messages;

/// <summary>The messages of a page, and how the browser chooses.</summary>
public sealed class MessagesView(IReadOnlyList<MessageView> list, bool isPreview) : View
{
    public IReadOnlyList<MessageView> List => list;

    /// <summary>The places after paragraphs at which one may stand: <see cref="Articles.Reading.BlockView.Slot"/>.</summary>
    public IReadOnlyList<string> Breaks => [.. list.Select(message => message.Slot).Where(slot => char.IsAsciiDigit(slot[0])).Distinct()];

    /// <summary>Whether there is anything to choose, or to remember.</summary>
    public bool Chooses => !isPreview;

    /// <summary>Whether the browser must first ask whether it may remember anything: not in every country.</summary>
    public bool AsksFirst { get; init; }
}

/// <summary>Where a message stands on a page, and what it leads to.</summary>
/// <param name="Slot">"front", "end", or the number of the paragraph before it.</param>
/// <param name="Number">Its turn among those of the page.</param>
public sealed record MessagePlace(string Slot, bool IsFirst, int Number, GiftLink Link, SuggestedAmounts Suggested);

/// <summary>One message as it stands, or waits.</summary>
public sealed class MessageView(Message message, Markup body, PaperEdition edition, MessagePlace place) : View
{
    protected internal override string Source => $"message:{message.Id}";

    /// <summary>What forms and links call it.</summary>
    public string Id => message.PublicId.ToString();

    /// <summary>Where on the page: "front", "end", or the number of the paragraph before it.</summary>
    public string Slot => place.Slot;

    /// <summary>The one that is shown where no script chooses.</summary>
    public bool IsFirst => place.IsFirst;

    /// <summary>Stands before it. One that waits does so in an element that browsers neither draw nor load; what the script must know of it stands there, in the order in which it reads.</summary>
    public Markup Opening => new($"<{Element} data-note=\"{Aim}\">");

    /// <summary>Stands after it.</summary>
    public Markup Closing => new($"</{Element}>");

    private string Element => IsFirst ? "div" : "template";

    // Ids, numbers and letters alone: nothing to encode.
    private string Aim => string.Create(CultureInfo.InvariantCulture,
        $"{place.Number} {Id} {(int)message.Aim.Who} {message.Aim.EveryDays} {message.Aim.RestDays} {message.Aim.HoldoutPercent} {string.Join(',', message.Aim.Countries)}");

    public string Title => message.Words.Title;
    public Markup Body => body;

    /// <summary>"gift", "sign-up" or "nothing".</summary>
    public string Ask => message.Words.Ask switch { MessageAsk.SignUp => "sign-up", MessageAsk.Gift => "gift", _ => "nothing" };

    /// <summary>Where readers can give online: what is suggested, each a way to give it. Else empty.</summary>
    public IReadOnlyList<GiftLinkView> Amounts => place.Link.Of(place.Suggested);

    /// <summary>Empty: the theme says it.</summary>
    public string Button => message.Words.Button;

    /// <summary>Null: no button.</summary>
    public string? Href => message.Words.Way(place.Link, message.PublicId);

    /// <summary>Null: there is no goal.</summary>
    public GoalView? Goal => GoalView.Of(message, edition);
}

/// <summary>How much of what is wanted has been given.</summary>
public sealed class GoalView(MessageGoal goal, long reached, PaperEdition edition) : View
{
    internal static GoalView? Of(Message message, PaperEdition edition) => message.Goal is { } goal ? new(goal, message.ReachedMinor, edition) : null;

    private static string Print(long minor, string currency, string language) => Currency.Find(currency)?.Print(minor, language) ?? "";

    public string Wanted => Print(goal.Minor, goal.Currency, edition.Language);
    public string Reached => Print(Math.Max(0, reached), goal.Currency, edition.Language);

    /// <summary>For the bar: whole, and never beyond its end.</summary>
    public int Percent => (int)Math.Clamp(reached * 100 / Math.Max(1, goal.Minor), 0, 100);

    /// <summary>The last day, as the edition writes days.</summary>
    public DateTimeOffset Until => Editions.LocalClock.InstantOf(goal.Until.ToDateTime(new TimeOnly(12, 0)), edition.TimeZone);
}
