namespace Broadsheet.Corrections;

/// <summary>
/// The paper said something about a story: <c>services.AddListener&lt;CorrectionMade, …&gt;()</c>. Whoever sent the story on (a newsletter,
/// a translation) offers it there.
/// </summary>
/// <param name="Correction">Inside key.</param>
public sealed record CorrectionMade(long Article, long Correction);

/// <summary>It says it in other words now, or is of another kind.</summary>
/// <inheritdoc cref="CorrectionMade"/>
public sealed record CorrectionAmended(long Article, long Correction);
