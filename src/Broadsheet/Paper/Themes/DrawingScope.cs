using Broadsheet.Paper.Views;
using Fluid.Values;

namespace Broadsheet.Paper.Themes;

/// <summary>What the templates of one page may mention at their top level: the roots that every page has, the
/// members of the page's own view, and the parts that features offer.</summary>
public sealed class DrawingScope
{
    private readonly Dictionary<string, object?> roots;
    private readonly View content;
    private readonly Func<string, (bool IsKnown, Func<ValueTask<object?>> Load)> part;
    private readonly LiquidValues values;

    internal DrawingScope(Theme theme, PaperDates dates, PageReads reads, View content, Dictionary<string, object?> roots,
        Func<string, (bool IsKnown, Func<ValueTask<object?>> Load)> part)
    {
        (Theme, Dates, Reads, this.content, this.roots, this.part) = (theme, dates, reads, content, roots, part);
        Partials = new(theme);
        values = new(this);
    }

    /// <summary>Fluid's model: it asks for members of it wherever a template mentions a name it did not set itself.</summary>
    internal FluidValue Root => new RootValue(this);

    public Theme Theme { get; }
    public PaperDates Dates { get; }
    internal PageReads Reads { get; }
    internal Partials Partials { get; }

    /// <summary>Adds what one template made for another: the frame is drawn around the page's "content".</summary>
    public void Set(string name, object? value) => roots[name] = value;

    internal async ValueTask<FluidValue> MentionAsync(string name)
    {
        if (roots.TryGetValue(name, out var root)) return values.Of(root);

        if (content.Members.TryGetValue(name, out var accessor)) return values.Of(await Reads.ReadAsync(content, name, accessor));

        var (isKnown, load) = part(name);
        if (!isKnown) throw new UnknownNameException(name, $"Nothing here is called '{name}'.");

        return values.Of(await Reads.MentionAsync(name, load));
    }

    private sealed class RootValue(DrawingScope scope) : FluidValue
    {
        public override FluidValues Type => FluidValues.Object;

        public override ValueTask<FluidValue> GetValueAsync(string name, Fluid.TemplateContext context) => scope.MentionAsync(name);

        public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

        public override bool ToBooleanValue() => true;

        public override decimal ToNumberValue() => 0;

        public override string ToStringValue() => "";

        public override object ToObjectValue() => scope;

        [Obsolete("Fluid's own.")]
        public override void WriteTo(TextWriter writer, System.Text.Encodings.Web.TextEncoder encoder, System.Globalization.CultureInfo cultureInfo) { }
    }
}
