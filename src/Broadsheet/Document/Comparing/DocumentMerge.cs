namespace Broadsheet.Document.Comparing;

/// <summary>What both sides changed differently. The merged text has mine; theirs must be shown to somebody.</summary>
/// <param name="BlockId">The innermost block that the merge could not decide.</param>
/// <param name="Mine">Empty: mine took it out.</param>
/// <param name="Theirs">Empty: theirs took it out.</param>
public sealed record UnmergedText(string BlockId, string Mine, string Theirs);

/// <param name="Unmerged">In reading order; empty when everything of theirs is in the document.</param>
public sealed record MergedDocument(DraftDocument Document, IReadOnlyList<UnmergedText> Unmerged);

/// <summary>
/// Two documents that began from one: what only one side changed is taken from that side, block by block and, where both
/// changed a block, word by word. A pure function; what it cannot decide it tells.
/// </summary>
public sealed class DocumentMerge
{
    private readonly List<UnmergedText> _unmerged = [];

    private DocumentMerge() { }

    public static MergedDocument Of(DraftDocument origin, DraftDocument mine, DraftDocument theirs)
    {
        var merge = new DocumentMerge();
        var blocks = merge.Blocks(origin.Content, mine.Content, theirs.Content);
        try
        {
            return new(blocks.Count == 0 ? DraftDocument.Empty : DraftDocument.Of([.. blocks]), merge._unmerged);
        }
        catch (DocumentException)
        {
            // Each side fits the schema and the two together do not: then a person puts them together.
            return new(mine, [new("", DocumentWords(mine.Content), DocumentWords(theirs.Content))]);
        }
    }

    private Nodes<Block> Blocks(Nodes<Block> origin, Nodes<Block> mine, Nodes<Block> theirs) =>
        Keyed(origin, mine, theirs, block => block.Id, block => DocumentWords([block]), One);

    private Nodes<T> Keyed<T>(Nodes<T> origin, Nodes<T> mine, Nodes<T> theirs, Func<T, string> key, Func<T, string> words, Func<T, T, T, T> one) where T : class
    {
        if (theirs.Equals(origin) || mine.Equals(theirs)) return mine;
        if (mine.Equals(origin)) return theirs;

        var (old, my, their) = (ByKey(origin), ByKey(mine), ByKey(theirs));
        var merged = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var node in mine)
        {
            var id = key(node);
            var (before, other) = (old.GetValueOrDefault(id), their.GetValueOrDefault(id));
            if (other is not null) merged[id] = one(before ?? node, node, other);
            else if (before is null) merged[id] = node;
            // They took it out; what was written into it meanwhile stays.
            else if (!node.Equals(before))
            {
                merged[id] = node;
                _unmerged.Add(new(id, words(node), ""));
            }
        }
        foreach (var node in theirs.Where(node => !my.ContainsKey(key(node))))
        {
            if (!old.TryGetValue(key(node), out var before)) merged[key(node)] = node;
            else if (!node.Equals(before)) _unmerged.Add(new(key(node), "", words(node)));
        }

        // Whoever moved something says the order; who did not, only where its own additions stand.
        var isMoved = !Common(origin, my).SequenceEqual(Common(mine, old));
        return [.. Order(isMoved ? mine : theirs, isMoved ? theirs : mine)];

        Dictionary<string, T> ByKey(Nodes<T> nodes) => nodes.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);

        IEnumerable<string> Common(Nodes<T> nodes, Dictionary<string, T> others) => nodes.Select(key).Where(others.ContainsKey);

        IEnumerable<T> Order(Nodes<T> leading, Nodes<T> following)
        {
            var order = leading.Select(key).Where(merged.ContainsKey).Distinct().ToList();
            var previous = -1;
            foreach (var id in following.Select(key).Where(merged.ContainsKey))
            {
                var at = order.IndexOf(id);
                if (at < 0) order.Insert(at = previous + 1, id);
                previous = at;
            }
            return order.Select(id => merged[id]);
        }
    }

    private Block One(Block origin, Block mine, Block theirs)
    {
        if (theirs.Equals(origin) || mine.Equals(theirs)) return mine;
        if (mine.Equals(origin)) return theirs;

        return (origin, mine, theirs) switch
        {
            (TextBlock o, TextBlock m, TextBlock t) when Shell(o, m, t) is { } shell && WordMerge.Of(o.Content, m.Content, t.Content) is { } words => shell with { Content = words },
            (BlockQuote o, BlockQuote m, BlockQuote t) => m with { Content = Blocks(o.Content, m.Content, t.Content) },
            (FactBox o, FactBox m, FactBox t) when WordMerge.Of(o.Title, m.Title, t.Title) is { } title => m with { Title = title, Content = Blocks(o.Content, m.Content, t.Content) },
            (BulletList o, BulletList m, BulletList t) => m with { Items = Items(o, m, t) },
            (OrderedList o, OrderedList m, OrderedList t) => m with { Items = Items(o, m, t), Start = m.Start == o.Start ? t.Start : m.Start },
            (Gallery o, Gallery m, Gallery t) => m with { Pictures = Keyed(o.Pictures, m.Pictures, t.Pictures, picture => picture.Id, picture => DocumentWords([picture]), (a, b, c) => (PictureBlock)One(a, b, c)) },
            (PictureBlock o, PictureBlock m, PictureBlock t) when Picture(o, m, t) is { } picture => picture,
            _ => Undecided(mine, theirs),
        };
    }

    private Nodes<ListItem> Items(ListBlock origin, ListBlock mine, ListBlock theirs) => Keyed(origin.Items, mine.Items, theirs.Items,
        item => item.Content[0].Id, item => DocumentWords(item.Content), (a, b, c) => b with { Content = Blocks(a.Content, b.Content, c.Content) });

    private Block Undecided(Block mine, Block theirs)
    {
        _unmerged.Add(new(mine.Id, DocumentWords([mine]), DocumentWords([theirs])));
        return mine;
    }

    // A block of text without its words: its kind, level, direction. One side may have changed it, not both.
    private static TextBlock? Shell(TextBlock origin, TextBlock mine, TextBlock theirs)
    {
        var (o, m, t) = (origin with { Content = [] }, mine with { Content = [] }, theirs with { Content = [] });
        return m.Equals(o) || m.Equals(t) ? t : t.Equals(o) ? m : null;
    }

    private static PictureBlock? Picture(PictureBlock origin, PictureBlock mine, PictureBlock theirs)
    {
        if (!Either(origin.Picture, mine.Picture, theirs.Picture, out var picture) || !Either(origin.Caption, mine.Caption, theirs.Caption, out var caption)
            || !Either(origin.AltText, mine.AltText, theirs.AltText, out var alt) || !Either(origin.Size, mine.Size, theirs.Size, out var size)) return null;
        return new(mine.Id, picture, caption, alt, size);
    }

    private static bool Either<T>(T origin, T mine, T theirs, out T chosen)
    {
        var equal = EqualityComparer<T>.Default;
        chosen = equal.Equals(mine, origin) ? theirs : mine;
        return equal.Equals(mine, origin) || equal.Equals(theirs, origin) || equal.Equals(mine, theirs);
    }

    private static string DocumentWords(Nodes<Block> blocks) => string.Join('\n', Line.In(blocks).Select(line => line.Text.Length > 0 ? line.Text : line.Target));
}
