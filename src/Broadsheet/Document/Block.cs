namespace Broadsheet.Document;

/// <summary>A block of a document. Its id is short, unique in the document, and stays when its text changes.</summary>
public abstract record Block(string Id)
{
    /// <summary>What somebody suggests of the block as a whole. Readers never meet one.</summary>
    public BlockChange? Change { get; init; }
}

/// <summary>A block that is one run of text. Dir is "ltr", "rtl" or null: by its first strong letter.</summary>
public abstract record TextBlock(string Id, Nodes<Inline> Content, string? Dir) : Block(Id);

public sealed record Paragraph(string Id, Nodes<Inline> Content, string? Dir = null) : TextBlock(Id, Content, Dir);

/// <summary>Level 2 to 4: the headline above the body is the page's level 1.</summary>
public sealed record Heading(string Id, int Level, Nodes<Inline> Content, string? Dir = null) : TextBlock(Id, Content, Dir);

public sealed record PullQuote(string Id, Nodes<Inline> Content, string Attribution = "", string? Dir = null) : TextBlock(Id, Content, Dir);

public sealed record BlockQuote(string Id, Nodes<Block> Content) : Block(Id);

public abstract record ListBlock(string Id, Nodes<ListItem> Items) : Block(Id);

public sealed record BulletList(string Id, Nodes<ListItem> Items) : ListBlock(Id, Items);

public sealed record OrderedList(string Id, Nodes<ListItem> Items, int Start = 1) : ListBlock(Id, Items);

/// <summary>Begins with a paragraph. It has no id of its own: what is in it has.</summary>
public sealed record ListItem(Nodes<Block> Content);

public sealed record TableBlock(string Id, Nodes<TableRow> Rows) : Block(Id);

public sealed record TableRow(Nodes<TableCell> Cells);

public sealed record TableCell(Nodes<Block> Content, bool IsHeader = false, int ColSpan = 1, int RowSpan = 1);

public sealed record RuleBlock(string Id) : Block(Id);

public sealed record FactBox(string Id, string Title, Nodes<Block> Content) : Block(Id);
