// Fluid calls its template cache experimental. We pin Fluid exactly, and tests draw through it.
#pragma warning disable FLUID001
using System.Text.RegularExpressions;
using Broadsheet.Paper.Views;
using Fluid;

namespace Broadsheet.Paper.Themes;

/// <summary>
/// The one class that calls Fluid. Text is always encoded, work is bounded, and what a template cannot reach
/// is an error rather than an empty place that nobody notices.
/// </summary>
public static partial class Liquid
{
    // Our fullest front page takes about 6,000 steps. A template that loops for ever stops within a second.
    internal const int MostSteps = 200_000;
    internal const int DeepestRecursion = 40;
    internal const int LongestPage = 4 * 1024 * 1024;

    private static readonly FluidParser Parser = new(new FluidParserOptions { AllowParentheses = true, AllowLiquidTag = true });

    internal static ParsedTemplate Parse(ThemeFile file)
    {
        var name = file.Path["templates/".Length..^".liquid".Length];
        try
        {
            // Fluid's grammar is not documented as safe for several threads at once.
            lock (Parser) return new ParsedTemplate(name, file, Parser.Parse(file.Text));
        }
        catch (ParseException broken)
        {
            var place = PlaceInMessage().Match(broken.Message);
            var line = place.Success ? int.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
            throw new ThemeException(new(file.Origin, line, PlaceInMessage().Replace(broken.Message.ReplaceLineEndings(" "), "").Trim()), broken);
        }
    }

    /// <summary>Draws a template over what the scope offers.</summary>
    /// <exception cref="ThemeException">The template asks for what is not there, or works without end.</exception>
    public static async Task<string> DrawAsync(string template, DrawingScope scope)
    {
        var parsed = scope.Theme.Find(template)
            ?? throw new ThemeException(new($"templates/{template}.liquid", 0, "There is no such template."));

        var context = new TemplateContext(scope.Root, OptionsFor(scope), allowModelMembers: true)
        {
            // Each page gets its own count: MaxSteps = 0 would mean no bound at all.
            MaxSteps = MostSteps,
        };
        var text = new BoundedWriter(LongestPage);

        try
        {
            await parsed.RenderAsync(text, PageText.Encoder, context);
            return text.ToString();
        }
        catch (UnknownNameException unknown)
        {
            throw new ThemeException(NameInSource(parsed, context, unknown), unknown);
        }
        catch (Exception failed) when (failed is FluidException or InvalidOperationException or ArgumentException or FormatException or BoundedWriter.FullException)
        {
            throw new ThemeException(new(ParsedTemplate.Drawing(context, parsed).File.Origin, 0, failed.Message), failed);
        }
    }

    private static TemplateOptions OptionsFor(DrawingScope scope)
    {
        var options = new TemplateOptions
        {
            MaxSteps = MostSteps,
            MaxRecursion = DeepestRecursion,
            StrictFilters = true,
            FileProvider = scope.Partials,
            TemplateCache = scope.Partials,
            CultureInfo = scope.Dates.Culture,
            TimeZone = scope.Dates.Zone,
        };
        AddFilters(options, scope);
        return options;
    }

    private static ThemeProblem NameInSource(ParsedTemplate page, TemplateContext context, UnknownNameException unknown)
    {
        // Fluid's nodes do not know their place, so the name is looked up in the source of the file at work.
        var file = ParsedTemplate.Drawing(context, page).File;
        var found = Regex.Match(file.Text, $@"(?<=\{{[{{%][^}}]*)(?<![\w-]){Regex.Escape(unknown.Name)}(?![\w-])");
        var line = found.Success ? file.Text.AsSpan(0, found.Index).Count('\n') + 1 : 0;
        return new(file.Origin, line, unknown.Message);
    }

    [GeneratedRegex(@"\s*at \((\d+):\d+\)\s*|\s*Source:.*$", RegexOptions.Singleline)]
    private static partial Regex PlaceInMessage();
}

/// <summary>A template mentions what nobody offers.</summary>
internal sealed class UnknownNameException(string name, string message) : Exception(message)
{
    public string Name { get; } = name;
}
