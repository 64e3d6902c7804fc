using Broadsheet.Web;

namespace Broadsheet.CopyDesk.Files;

/// <summary>A list of people as CSV: name, family name, role, wrong spellings parted by semicolons.</summary>
public static class PeopleFile
{
    /// <exception cref="FormatException">Names the line that is wrong.</exception>
    public static IReadOnlyList<KnownPerson> Read(string text)
    {
        var people = new List<KnownPerson>();
        foreach (var (line, fields) in Csv.Read(text))
        {
            if (fields is ["name", ..] or [""]) continue;
            if (fields[0].Length == 0) throw new FormatException($"line {line}: a name is missing");
            people.Add(new(fields[0], Field(1), Field(2), Field(3).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            string Field(int at) => at < fields.Length ? fields[at] : "";
        }

        return people;
    }
}
