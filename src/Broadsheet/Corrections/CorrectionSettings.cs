namespace Broadsheet.Corrections;

public enum CorrectionPlace { Top, Bottom }

/// <summary>Where on a story's page the paper says what it put right.</summary>
public sealed record CorrectionSettings
{
    /// <summary>Corrections, clarifications, editor's notes and retractions.</summary>
    public CorrectionPlace Place { get; init; } = CorrectionPlace.Bottom;

    /// <summary>Updates.</summary>
    public CorrectionPlace UpdatePlace { get; init; } = CorrectionPlace.Bottom;

    public CorrectionPlace Of(CorrectionKind kind) => kind == CorrectionKind.Update ? UpdatePlace : Place;
}
