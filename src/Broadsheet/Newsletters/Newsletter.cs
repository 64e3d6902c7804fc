namespace Broadsheet.Newsletters;

/// <summary>What an edition sends by mail under one name. Its issues, and when they go out, are others' business.</summary>
public sealed class Newsletter(long editionId, string name, string slug, int position)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Name { get; private set; } = name;

    /// <summary>Unique in its edition.</summary>
    public string Slug { get; private set; } = slug;

    /// <summary>What one gets and how often, in a sentence or two: what readers decide by.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Who it is from, as mailboxes show it. Empty: the edition's name.</summary>
    public string SenderName { get; private set; } = "";

    /// <summary>Where answers go. Empty: to the sending address.</summary>
    public string ReplyAddress { get; private set; } = "";

    /// <summary>Whether readers can sign up for it. Those who have it keep it.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Whether it is counted how often the stories of an issue are opened from its mails: never by whom.</summary>
    public bool CountsClicks { get; private set; } = true;

    /// <summary>The first is the one offered under stories and on the front page.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public void Change(string name, string slug, string description, string senderName, string replyAddress, bool isOpen, bool countsClicks, int position)
    {
        (Name, Slug, Description, SenderName, ReplyAddress, IsOpen, CountsClicks, Position) = (name, slug, description, senderName, replyAddress, isOpen, countsClicks, position);
        Revision++;
    }
}
