using Broadsheet.Storage.Changes;

namespace Broadsheet.FrontPage;

/// <summary>One line over an edition's pages while something happens.</summary>
public sealed class BreakingLine(long editionId) : IShownUntil
{
    public long Id { get; private set; }
    public long EditionId { get; private set; } = editionId;
    public string Text { get; private set; } = "";

    /// <summary>Public id of the story that it leads to. Null, or one that is not out: it stands without a link.</summary>
    public Guid? Story { get; private set; }

    /// <summary>When it is gone by itself. A line without an end would break for days.</summary>
    public DateTimeOffset Until { get; private set; }
    DateTimeOffset? IShownUntil.ShownUntil => Until;

    /// <inheritdoc cref="FrontPage.Stamp"/>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    public void Say(string text, Guid? story, DateTimeOffset until) => (Text, Story, Until, Stamp) = (text, story, until, Guid.CreateVersion7());

    public void End(DateTimeOffset now) => (Until, Stamp) = (now < Until ? now : Until, Guid.CreateVersion7());
}
