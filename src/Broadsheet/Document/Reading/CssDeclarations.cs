namespace Broadsheet.Document.Reading;

/// <summary>A style attribute, as far as it says something about text. Names and values in lower case.</summary>
internal readonly struct CssDeclarations
{
    private readonly Dictionary<string, string>? values;

    public CssDeclarations(string? style)
    {
        if (string.IsNullOrWhiteSpace(style)) return;
        values = [];
        foreach (var declaration in Split(style))
        {
            var colon = declaration.IndexOf(':');
            if (colon < 1) continue;
            var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase);
            values[declaration[..colon].Trim().ToLowerInvariant()] = value.Trim().ToLowerInvariant();
        }
    }

    /// <summary>The value, or "" when nothing is said.</summary>
    public string this[string name] => values?.GetValueOrDefault(name) ?? "";

    // url(data:…;base64,…) and quoted font names hold semicolons.
    private static IEnumerable<string> Split(string style)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var index = 0; index < style.Length; index++)
        {
            var letter = style[index];
            if (quote != '\0') quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'') quote = letter;
            else if (letter == '(') depth++;
            else if (letter == ')') depth = Math.Max(0, depth - 1);
            else if (letter == ';' && depth == 0)
            {
                yield return style[start..index];
                start = index + 1;
            }
        }

        yield return style[start..];
    }
}
