namespace Broadsheet.Paper.Views;

/// <summary>HTML that one of our own renderers made and that a template prints as it is. Text that a person
/// typed never becomes Markup by itself: it goes through the document's renderer or <see cref="Encode"/>.</summary>
public sealed record Markup(string Html)
{
    public static readonly Markup None = new("");

    public bool IsEmpty => Html.Length == 0;

    public static Markup Encode(string text) => new(PageText.Encoder.Encode(text));

    public override string ToString() => Html;
}
