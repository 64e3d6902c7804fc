namespace Broadsheet.Document;

// Blocks that name something kept elsewhere: the document holds its id, IDocumentParts answers for it.

/// <summary>A use of a picture. A null caption or alt text means the picture's own; an empty one means none.</summary>
public sealed record PictureBlock(string Id, Guid Picture, string? Caption = null, string? AltText = null, PictureSize Size = PictureSize.Column) : Block(Id);

public enum PictureSize { Column, Wide, Full, Half }

public sealed record Gallery(string Id, Nodes<PictureBlock> Pictures) : Block(Id);

public sealed record RelatedBox(string Id, string Title, Nodes<Guid> Articles) : Block(Id);

public sealed record FileBlock(string Id, Guid File, string Title = "") : Block(Id);

/// <summary>Something that stands elsewhere; drawn as a card of ours, loaded from there only on a click.</summary>
public sealed record EmbedBlock(string Id, string Url, string Provider = "link", string Title = "") : Block(Id);
