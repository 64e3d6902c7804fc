using System.Text.Json.Serialization;
using Broadsheet.Document.Embeds;

namespace Broadsheet.Paper;

/// <summary>What a publisher chooses about the paper without touching the theme.</summary>
public sealed record PaperLook
{
    public string Name { get; init; } = "Broadsheet";
    public string Tagline { get; init; } = "";

    /// <summary>The address of a picture of the paper's name, drawn in place of the text; null for text.</summary>
    public string? Logo { get; init; }

    /// <summary>Public id of the picture that the logo was made of, for the form that changes it.</summary>
    public Guid? LogoPicture { get; init; }

    public int LogoWidth { get; init; }
    public int LogoHeight { get; init; }

    /// <summary>Six-digit colours such as "#fffdf8"; anything else is ignored by <see cref="Assets.LookStylesheet"/>.</summary>
    public string PaperColour { get; init; } = "#fdfbf6";

    public string InkColour { get; init; } = "#1b1a17";
    public string AccentColour { get; init; } = "#9b1c1f";

    /// <summary>Families of <c>client/fonts/catalog.json</c>.</summary>
    public string HeadlineFont { get; init; } = "Newsreader";

    public string TextFont { get; init; } = "Source Serif";
    public string LabelFont { get; init; } = "Source Sans";

    /// <summary>Hosts that a reader's click may load an embed from. No choice of the look: it comes from the paper's list.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> EmbedHosts { get; init; } = EmbedProviders.Default.FrameHosts;
}

/// <summary>Where the look comes from: the paper's settings, or a fixture in a test.</summary>
public interface IPaperLook
{
    ValueTask<PaperLook> ReadAsync(CancellationToken cancellation);
}

/// <summary>The look of a paper that has chosen nothing yet.</summary>
public sealed class UntouchedLook : IPaperLook
{
    public ValueTask<PaperLook> ReadAsync(CancellationToken cancellation) => ValueTask.FromResult(new PaperLook());
}
