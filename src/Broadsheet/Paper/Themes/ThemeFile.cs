using System.Collections.Immutable;

namespace Broadsheet.Paper.Themes;

/// <summary>One file of a theme: "templates/article.liquid", "css/30-article.css", "strings/he.json", "files/mark.svg".</summary>
public sealed record ThemeFile(string Path, ImmutableArray<byte> Bytes, bool IsOverride)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes.AsSpan()).TrimStart('\uFEFF');

    /// <summary>How staff know the file.</summary>
    public string Origin => IsOverride ? $"theme/{Path}" : $"themes/broadsheet/{Path}";
}

/// <summary>Something wrong in a theme's file, said to the people who can mend it.</summary>
/// <param name="Line">From 1; 0 when it is not known.</param>
public sealed record ThemeProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}, line {Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>A template cannot be read or drawn.</summary>
public sealed class ThemeException(ThemeProblem problem, Exception? cause = null) : Exception(problem.ToString(), cause)
{
    public ThemeProblem Problem { get; } = problem;
}
