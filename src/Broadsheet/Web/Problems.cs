namespace Broadsheet.Web;

/// <summary>What is wrong with a form, in the user's words: by field, or with the form as a whole ("").</summary>
public sealed class Problems
{
    private readonly List<(string Field, string Message)> all = [];

    public static Problems None { get; } = new();

    public bool Any => all.Count > 0;

    public IReadOnlyList<(string Field, string Message)> All => all;

    /// <summary>The first thing wrong with a field, or null.</summary>
    public string? this[string field] => all.FirstOrDefault(problem => problem.Field == field).Message;

    public Problems Add(string field, string message)
    {
        all.Add((field, message));
        return this;
    }

    /// <summary>Something that belongs to no field.</summary>
    public Problems Add(string message) => Add("", message);
}
