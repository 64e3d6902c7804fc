namespace Broadsheet.CopyDesk.Reading;

/// <summary>Pairs of brackets in a passage; what has no partner is a fault.</summary>
internal static class Brackets
{
    public static void Read(PassageReading passage)
    {
        var text = passage.Text;
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '(' or '[' or '{':
                    open.Push(at);
                    break;
                case ')' or ']' or '}' when open.Count > 0 && Pairs(text[open.Peek()], text[at]):
                    var start = open.Pop();
                    passage.Brackets.Add(new(start, at + 1 - start));
                    break;
                // "a)" and "1)" count off; ":)" smiles.
                case ')' or ']' or '}' when !Counts(text, at):
                    passage.Faults.Add(new(at, 1));
                    break;
            }
        }

        foreach (var never in open) passage.Faults.Add(new(never, 1));
    }

    private static bool Pairs(char open, char close) => (open, close) is ('(', ')') or ('[', ']') or ('{', '}');

    private static bool Counts(string text, int at)
    {
        if (at == 0) return false;
        if (text[at - 1] is ':' or ';' or '-') return true;
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return at - start is 1 or 2 && (start == 0 || char.IsWhiteSpace(text[start - 1]));
    }
}
