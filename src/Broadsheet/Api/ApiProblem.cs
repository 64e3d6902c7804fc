using System.ComponentModel;
namespace Broadsheet.Api;

/// <summary>What an error of the API says, after RFC 9457: media type <c>application/problem+json</c>.</summary>
public sealed record ApiProblem
{
    [Description("Names the kind of problem. It is an address too: the description of the kind on the page /api.")]
    public required string Type { get; init; }

    [Description("The kind of problem in a few words. The same for every problem of the type.")]
    public required string Title { get; init; }

    [Description("The HTTP status of the answer.")]
    public required int Status { get; init; }

    [Description("What is wrong this time, in words for a person.")]
    public string? Detail { get; init; }

    [Description("Each thing that is wrong, with its place in what was sent.")]
    public IReadOnlyList<ProblemPart>? Problems { get; init; }

    [Description("With a stale revision: the article as it stands now, from which to start again.")]
    public Articles.ArticleAnswer? Article { get; init; }

    [Description("With a stale stamp: the picture as it stands now.")]
    public Pictures.PictureAnswer? Picture { get; init; }
}

/// <summary>One thing that is wrong.</summary>
public sealed record ProblemPart(
    [property: Description("Its place in the request, such as “body.content[3].content[0].marks[1]” or “bylines[0].role”. Empty for the whole.")] string Path,
    [property: Description("What is wrong with it, in words for a person.")] string Message);

/// <summary>Ends a request with a problem document.</summary>
public sealed class ApiProblemException(ApiProblem problem) : Exception(problem.Detail ?? problem.Title)
{
    public ApiProblem Problem { get; } = problem;
}
