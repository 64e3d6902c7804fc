namespace Broadsheet.Messages;

/// <summary>
/// "A message from {paper}": what it says, where and to whom, and what it wants to reach. An edition has as many as it likes; a reader's page shows one.
/// One that has stood is switched off and not removed, so that what it brought stays known.
/// </summary>
public sealed class Message(long editionId, string name, int position)
{
    public const int LongestName = 100;

    public long Id { get; private set; }

    /// <summary>What links and forms call it: a gift is credited by it.</summary>
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    public long EditionId { get; private set; } = editionId;

    /// <summary>For the desk alone.</summary>
    public string Name { get; private set; } = name;

    public bool IsOn { get; private set; }

    /// <summary>UTC. Null: from now on.</summary>
    public DateTimeOffset? From { get; private set; }

    /// <summary>UTC; the first moment at which it no longer stands. Null: until it is switched off.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Of those that a reader may see, the lowest is shown.</summary>
    public int Position { get; private set; } = position;

    public MessageWords Words { get; private set; } = new();
    public MessageAim Aim { get; private set; } = new();
    public MessageGoal? Goal { get; private set; }

    /// <summary>What was given towards the goal so far, in its currency: noted from the books once a minute, so that readers' pages need not read those.</summary>
    public long ReachedMinor { get; private set; }

    /// <summary>Grows with every save of the form.</summary>
    public long Revision { get; private set; } = 1;

    public bool IsShownAt(DateTimeOffset now) => IsOn && !(From > now) && !(Until <= now);

    /// <summary>Shown where no script chooses: it is for everybody everywhere.</summary>
    public bool IsForEverybody => Aim.Who == Audience.Everybody && Aim.Countries.Count == 0;

    public void Change(string name, bool isOn, DateTimeOffset? from, DateTimeOffset? until, int position, MessageWords words, MessageAim aim, MessageGoal? goal)
    {
        if (goal?.Currency != Goal?.Currency || goal?.From != Goal?.From) ReachedMinor = 0;
        (Name, IsOn, From, Until, Position) = (name, isOn, from, until, position);
        (Words, Aim, Goal) = (words, aim, goal);
        Revision++;
    }

    /// <returns>Whether that is another amount than the page shows.</returns>
    public bool NoteReached(long minor)
    {
        if (ReachedMinor == minor) return false;
        ReachedMinor = minor;
        return true;
    }
}
