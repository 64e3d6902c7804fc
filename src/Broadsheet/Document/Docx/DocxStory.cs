using Broadsheet.Document.Rendering;

namespace Broadsheet.Document.Docx;

/// <summary>A story as it is written into a file for Word (Office Open XML, ECMA-376).</summary>
/// <param name="Byline">As printed; empty: none.</param>
/// <param name="Dateline">The place before the first words; empty: none.</param>
/// <param name="Body">With what is suggested: Word shows it as tracked changes, with names and times.</param>
public sealed record DocxStory(string Headline, string Standfirst, string Byline, string Dateline, DraftDocument Body)
{
    /// <summary>BCP 47, of the edition.</summary>
    public required string Language { get; init; }

    /// <summary>The way of the edition: what a block without letters follows.</summary>
    public required bool IsRightToLeft { get; init; }

    /// <summary>The one above the text; null: none.</summary>
    public DocxPicture? Lead { get; init; }

    /// <summary>Those of the text by what its blocks name. One that is not here is left out with its caption.</summary>
    public required IReadOnlyDictionary<Guid, DocxPicture> Pictures { get; init; }

    /// <summary>Answers for files, other stories and embeds.</summary>
    public required IDocumentParts Parts { get; init; }

    /// <summary>What addresses within the paper are put behind.</summary>
    public required Uri PaperAddress { get; init; }
}

/// <param name="Jpeg">The file itself.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Credit">As printed, "(Photo: …)".</param>
public sealed record DocxPicture(byte[] Jpeg, int Width, int Height, string AltText, string Caption, string Credit);
