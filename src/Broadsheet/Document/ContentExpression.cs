namespace Broadsheet.Document;

/// <summary>ProseMirror's content expressions as far as schema.json uses them: "paragraph flow*", "(a | b)+".</summary>
internal sealed class ContentExpression(IReadOnlyList<ContentExpression.Term> terms)
{
    internal sealed record Term(string Words, IReadOnlySet<string> Names, bool IsRequired, bool Repeats);

    public static ContentExpression Nothing { get; } = new([]);

    /// <summary>What it may begin with.</summary>
    public IReadOnlySet<string> First => terms.Take(1 + terms.TakeWhile(term => !term.IsRequired).Count()).SelectMany(term => term.Names).ToHashSet();

    public bool Allows(string node) => terms.Any(term => term.Names.Contains(node));

    /// <summary>The first term that the children leave unanswered, or null when they fit. Each child is known to be allowed.</summary>
    public Term? Missing(IReadOnlyList<string> children)
    {
        var next = 0;
        foreach (var term in terms)
        {
            var first = next;
            while (next < children.Count && term.Names.Contains(children[next]) && (term.Repeats || next == first)) next++;
            if (term.IsRequired && next == first) return term;
        }

        return next < children.Count ? terms[^1] : null;
    }

    public static ContentExpression Parse(string expression, ILookup<string, string> groups)
    {
        var terms = new List<Term>();
        var rest = expression.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var end = rest[0] == '(' ? rest.IndexOf(')') + 1 : rest.IndexOfAny(" +*?");
            var words = (end < 0 ? rest : rest[..end]).ToString().Trim('(', ')');
            rest = end < 0 ? default : rest[end..];
            var count = rest.IsEmpty ? ' ' : rest[0];
            rest = rest.TrimStart("+*? ");
            var names = words.Split('|', StringSplitOptions.TrimEntries).SelectMany(name => groups.Contains(name) ? groups[name] : [name]);
            terms.Add(new(words, names.ToHashSet(), count is '+' or ' ', count is '+' or '*'));
        }

        return new(terms);
    }
}
