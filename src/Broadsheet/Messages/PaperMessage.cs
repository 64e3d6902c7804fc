using Broadsheet.Document;

namespace Broadsheet.Messages;

/// <summary>"A message from {paper}", and what the support page adds to its text. Each edition has its own.</summary>
public sealed record PaperMessage
{
    public bool IsOn { get; init; }

    /// <summary>A headline over the text. May be empty.</summary>
    public string Title { get; init; } = "";

    public DraftDocument Body { get; init; } = DraftDocument.Empty;

    /// <summary>The words on the button. Empty: the theme's own.</summary>
    public string Button { get; init; } = "";

    /// <summary>Where the button leads: a path of the edition, or a whole address. Empty: there is no button.</summary>
    public string Address { get; init; } = "/support";

    public SuggestedAmounts Amounts { get; init; } = SuggestedAmounts.None;

    /// <summary>The mail address of whoever answers those who want to give. May be empty.</summary>
    public string Contact { get; init; } = "";
}
