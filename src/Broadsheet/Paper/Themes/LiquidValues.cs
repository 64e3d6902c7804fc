using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using Broadsheet.Paper.Views;
using Fluid;
using Fluid.Values;

namespace Broadsheet.Paper.Themes;

/// <summary>Turns what views hold into what Fluid understands, and refuses the rest: an entity that strays into
/// a view is an error on the first page that mentions it.</summary>
internal sealed class LiquidValues(DrawingScope scope)
{
    public FluidValue Of(object? value) => value switch
    {
        null => NilValue.Instance,
        string text => new StringValue(text),
        Markup markup => new StringValue(markup.Html, encode: false),
        bool yes => BooleanValue.Create(yes),
        int number => NumberValue.Create(number),
        long number => NumberValue.Create(number),
        decimal number => NumberValue.Create(number),
        DateTimeOffset moment => new ViewValue(new MomentView(moment, scope.Dates), this, scope.Reads),
        View view => new ViewValue(view, this, scope.Reads),
        IEnumerable many => new ArrayValue(many.Cast<object?>().Select(Of).ToArray()),
        _ => throw new InvalidOperationException($"A template cannot be shown a {value.GetType().Name}."),
    };

    private sealed class ViewValue(View view, LiquidValues values, PageReads reads) : FluidValue
    {
        public override FluidValues Type => FluidValues.Object;

        public override async ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
        {
            if (!view.Members.TryGetValue(name, out var accessor))
            {
                throw new UnknownNameException(name, $"{KindOf(view)} has no '{name}'. It has: {string.Join(", ", view.Members.Keys.Order())}.");
            }

            return values.Of(await reads.ReadAsync(view, name, accessor));
        }

        public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => GetValueAsync(index.ToStringValue(), context);

        public override bool Equals(FluidValue? other) => other is ViewValue same && ReferenceEquals(view, same.ToObjectValue());

        public override bool ToBooleanValue() => true;

        public override decimal ToNumberValue() => 0;

        public override string ToStringValue() => view is MomentView moment ? moment.Iso : throw new InvalidOperationException($"{KindOf(view)} is not text: name one of its members.");

        public override object ToObjectValue() => view;

        [Obsolete("Fluid's own; it calls WriteToAsync.")]
        public override void WriteTo(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) => encoder.Encode(writer, ToStringValue());

        public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
        {
            encoder.Encode(writer, ToStringValue());
            return default;
        }

        private static string KindOf(View view) => view.GetType().Name is var name && name.EndsWith("View", StringComparison.Ordinal) ? name[..^4] : view.GetType().Name;
    }
}
