using System.Text;

namespace Broadsheet.Document.Rendering;

/// <summary>
/// Writes elements, never strings of markup: text and attributes are always encoded. The output is
/// HTML that is also well-formed XML, so that a test can hold it to the stricter of the two.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();

    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        html.Append('>');
        open.Push(name);
        return this;
    }

    /// <summary>An element that cannot hold anything: br, hr, img, source.</summary>
    public HtmlWriter Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        html.Append("/>");
        return this;
    }

    public HtmlWriter Close()
    {
        html.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    public HtmlWriter Text(string text)
    {
        Encode(text);
        return this;
    }

    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close();

    public HtmlWriter Line()
    {
        html.Append('\n');
        return this;
    }

    public override string ToString() => html.ToString();

    // An attribute without a value is left out.
    private void Tag(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is null) continue;
            html.Append(' ').Append(key).Append("=\"");
            Encode(value);
            html.Append('"');
        }
    }

    // Only what HTML needs: the platform's encoder turns emoji and no-break spaces into entities.
    private void Encode(string text)
    {
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case < ' ' and not ('\n' or '\t') or '\uFFFE' or '\uFFFF': break;
                default: html.Append(letter); break;
            }
        }
    }
}
