using System.Text.Encodings.Web;
using Fluid;

namespace Broadsheet.Paper.Themes;

/// <summary>A template ready to draw. While it is drawn, the context knows which file is at work, so that an
/// error can name it even when it happens in a partial.</summary>
public sealed class ParsedTemplate(string name, ThemeFile file, IFluidTemplate template) : IFluidTemplate
{
    private const string AtWork = "template at work";

    public string Name { get; } = name;
    public ThemeFile File { get; } = file;

    internal static ParsedTemplate Drawing(TemplateContext context, ParsedTemplate outermost) =>
        context.AmbientValues.GetValueOrDefault(AtWork) as ParsedTemplate ?? outermost;

    public async ValueTask RenderAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var outer = context.AmbientValues.GetValueOrDefault(AtWork);
        context.AmbientValues[AtWork] = this;

        await template.RenderAsync(writer, encoder, context);

        // Not in a finally: after a failure the innermost file is the one to name.
        context.AmbientValues[AtWork] = outer!;
    }
}
