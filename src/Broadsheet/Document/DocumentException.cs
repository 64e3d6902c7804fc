namespace Broadsheet.Document;

/// <summary>What is wrong, and where: Path reads "content[3].content[0].marks[1]", empty for the whole.</summary>
public sealed record DocumentProblem(string Path, string Message);

/// <summary>Matter that is no document. It names every problem found, not only the first.</summary>
public sealed class DocumentException(IReadOnlyList<DocumentProblem> problems)
    : Exception(string.Join(" ", problems.Take(5).Select(problem => problem.Path == "" ? problem.Message : $"{problem.Path}: {problem.Message}")))
{
    public IReadOnlyList<DocumentProblem> Problems { get; } = problems;
}
