using Broadsheet.Document;

namespace Broadsheet.Api;

/// <summary>Checks of single members of a request, each wrong one gathered with its place.</summary>
internal sealed class Asking
{
    private const int LongestName = 200;

    private readonly List<ProblemPart> problems = [];

    public void Wrong(string path, string message) => problems.Add(new(path, message));

    /// <summary>A name: one line, never empty.</summary>
    public string Name(string path, string? sent)
    {
        var name = Words(sent).ReplaceLineEndings(" ");
        if (name.Length == 0) Wrong(path, "Give it a name.");
        if (name.Length > LongestName) Wrong(path, $"A name may have {LongestName} characters.");
        return name;
    }

    /// <summary>The name in an address: as sent, or made from the name where none was sent.</summary>
    public string Slug(string? sent, string name)
    {
        var slug = Broadsheet.Paper.Slug.Of(string.IsNullOrWhiteSpace(sent) ? name : sent);
        if (!string.IsNullOrWhiteSpace(sent) && slug != sent.Normalize()) Wrong("slug", $"“{sent}” cannot stand in an address; “{slug}” could.");
        return slug;
    }

    /// <exception cref="ApiProblemException">Names everything that was found wrong.</exception>
    public void Done()
    {
        if (problems.Count > 0) throw ProblemKind.Unfit.Exception(problems[0].Message, problems);
    }

    public static string Words(string? sent) => DocumentText.Clean(sent ?? "").Trim();
}
