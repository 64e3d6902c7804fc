namespace Broadsheet.Web.Fields;

/// <summary>One field of a save that began from an older state: what she typed, and what somebody saved meanwhile.</summary>
public sealed record StaleText(string Label, string Yours, string Theirs)
{
    /// <summary>Those that differ.</summary>
    public static IReadOnlyList<StaleText> Of(params IEnumerable<StaleText> fields) => [.. fields.Where(field => field.Yours != field.Theirs)];
}
