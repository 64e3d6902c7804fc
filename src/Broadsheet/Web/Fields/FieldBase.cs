using Microsoft.AspNetCore.Components;

namespace Broadsheet.Web.Fields;

/// <summary>What every field of a form has: its name in the form, its label, and what is wrong with it.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Name in the posted form; the id is the same with a prefix, so that labels and problems find it.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Hint { get; set; }

    [Parameter] public Problems? Problems { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public Dictionary<string, object>? Others { get; set; }

    /// <summary>An id of its own, where several forms of a page have a field of this name.</summary>
    [Parameter] public string? OwnId { get; set; }

    protected string Id => OwnId ?? $"field-{Name}";

    protected string? Problem => Problems?[Name];

    protected string? DescribedBy => Field.DescribedBy(Id, Hint, Problem);

    protected string? Invalid => Problem is null ? null : "true";
}
