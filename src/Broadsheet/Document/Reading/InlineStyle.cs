using AngleSharp.Dom;

namespace Broadsheet.Document.Reading;

/// <summary>What the elements around a piece of text make of it. Elements add, their styles have the last word.</summary>
internal sealed record InlineStyle
{
    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public bool Strike { get; init; }
    public bool Subscript { get; init; }
    public bool Superscript { get; init; }
    public bool Code { get; init; }
    public string? Link { get; init; }
    public string? Language { get; init; }
    public string? Date { get; init; }

    /// <summary>Spaces and line ends count.</summary>
    public bool IsPreformatted { get; init; }

    /// <summary>No-break spaces only hold a place: Word and Chrome write runs of spaces so.</summary>
    public bool HasSoftSpaces { get; init; }

    public Nodes<Mark> Marks
    {
        get
        {
            var marks = new List<Mark>();
            if (Link is not null) marks.Add(new LinkMark(Link));
            if (Language is not null) marks.Add(new LanguageMark(Language));
            if (Date is not null) marks.Add(new DateMark(Date));
            if (Bold) marks.Add(new BoldMark());
            if (Italic) marks.Add(new ItalicMark());
            if (Strike) marks.Add(new StrikeMark());
            if (Subscript) marks.Add(new SubscriptMark());
            if (Superscript) marks.Add(new SuperscriptMark());
            if (Code) marks.Add(new CodeMark());
            return InlineText.InOrder(marks);
        }
    }

    public InlineStyle Within(IElement element, CssDeclarations css)
    {
        var style = element.LocalName switch
        {
            "b" or "strong" or "dt" or "summary" => this with { Bold = true },
            "i" or "em" or "cite" or "dfn" or "var" => this with { Italic = true },
            "s" or "strike" or "del" => this with { Strike = true },
            "sub" => this with { Subscript = true, Superscript = false },
            "sup" => this with { Superscript = true, Subscript = false },
            "code" or "kbd" or "samp" or "tt" => this with { Code = true },
            "time" when element.GetAttribute("datetime") is { } date && SchemaValues.IsCalendar(date) => this with { Date = date },
            "pre" or "textarea" or "listing" or "xmp" => this with { IsPreformatted = true },
            _ => this,
        };

        return style.Weighed(css["font-weight"]).Styled(css["font-style"]).Spaced(css["white-space"]) with
        {
            Strike = style.Strike || (css["text-decoration"] + css["text-decoration-line"]).Contains("line-through", StringComparison.Ordinal),
            Subscript = css["vertical-align"] switch { "sub" => true, "super" => false, _ => style.Subscript },
            Superscript = css["vertical-align"] switch { "super" => true, "sub" => false, _ => style.Superscript },
            HasSoftSpaces = style.HasSoftSpaces || css["mso-spacerun"] == "yes" || css["mso-list"] == "ignore" || css["mso-tab-count"] != "" || element.ClassList.Contains("Apple-converted-space"),
        };
    }

    private InlineStyle Weighed(string weight) => weight switch
    {
        "bold" or "bolder" or "600" or "700" or "800" or "900" => this with { Bold = true },
        "normal" or "lighter" or "100" or "200" or "300" or "400" or "500" => this with { Bold = false },
        _ => this,
    };

    private InlineStyle Styled(string style) => style switch
    {
        "italic" or "oblique" => this with { Italic = true },
        "normal" => this with { Italic = false },
        _ => this,
    };

    private InlineStyle Spaced(string space) => space switch
    {
        "pre" or "pre-wrap" or "pre-line" or "break-spaces" => this with { IsPreformatted = true },
        "normal" or "nowrap" => this with { IsPreformatted = false },
        _ => this,
    };
}
