using Broadsheet.Paper.Views;
using Fluid;
using Fluid.Values;

namespace Broadsheet.Paper.Themes;

public static partial class Liquid
{
    private static void AddFilters(TemplateOptions options, DrawingScope scope)
    {
        // "raw" would print what a person typed as HTML. What may be printed so is Markup already.
        options.Filters.AddFilter("raw", (_, _, _) => throw new InvalidOperationException("The filter 'raw' is not offered: text is always encoded."));

        options.Filters.AddFilter("t", (key, arguments, context) => Translate(key.ToStringValue(), arguments, scope));
        options.Filters.AddFilter("asset", (name, _, _) => Text(scope.Theme.Assets.AddressOf(name.ToStringValue())
            ?? throw new UnknownNameException(name.ToStringValue(), $"There is no file called '{name.ToStringValue()}' in the theme.")));
        options.Filters.AddFilter("number", (number, _, _) => Text(number.ToNumberValue().ToString("N0", scope.Dates.Culture)));
    }

    private static ValueTask<FluidValue> Translate(string key, FilterArguments arguments, DrawingScope scope)
    {
        var words = scope.Theme.Strings.Find(scope.Dates.Language, key)
            ?? throw new UnknownNameException(key, $"There is no text '{key}' in the strings files.");
        var named = arguments.Names.ToDictionary(name => name, name => arguments[name]);

        // The words are encoded, and so is each argument unless it is HTML already (a link in a {% capture %}).
        var html = words.Print(scope.Dates.Culture,
            name => named.TryGetValue(name, out var value) ? Encoded(value) : throw new UnknownNameException(name, $"The text '{key}' needs '{name}'."),
            name => named.TryGetValue(name, out var count) ? count.ToNumberValue() : 0,
            PageText.Encoder.Encode);
        return new(new StringValue(html, encode: false));
    }

    private static string Encoded(FluidValue value) =>
        value is StringValue { Encode: false } html ? html.ToStringValue() : PageText.Encoder.Encode(value.ToStringValue());

    private static ValueTask<FluidValue> Text(string text) => new(new StringValue(text));
}
