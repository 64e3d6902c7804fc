using Broadsheet.Web;

namespace Broadsheet.RedirectDesk.Importing;

/// <summary>A line that can be taken.</summary>
/// <param name="Text">As it stands in the file.</param>
public sealed record RedirectLine(int Number, string From, string To, bool IsPassing, string Text);

/// <summary>Reads from, to and perhaps a status of each line, with or without a first line that names them; other columns are left alone.</summary>
public sealed class RedirectFile
{
    public const int MostLines = 20_000;

    private static readonly string[] FromNames = ["from", "source", "old", "old url", "source url", "redirect from"], ToNames = ["to", "target", "new", "new url", "target url", "destination", "redirect to"], StatusNames = ["status", "code", "http code", "type"];

    private readonly List<RedirectLine> _good = [];
    private readonly List<LeftLine> _left = [];

    public IReadOnlyList<RedirectLine> Good => _good;
    public IReadOnlyList<LeftLine> Left => _left;

    /// <exception cref="FormatException">A quoted field never ends, or there are too many lines; the message says which.</exception>
    public static RedirectFile Read(string text, string origin)
    {
        var records = Csv.ReadFile(text).ToList();
        if (records.Count > MostLines) throw new FormatException(Text.T("redirects.problem.long", ("most", MostLines)));

        var (file, seen, columns) = (new RedirectFile(), new Dictionary<string, int>(StringComparer.Ordinal), Columns(records));
        foreach (var record in records.Skip(columns.HasNames ? 1 : 0)) file.Take(record, columns, origin, seen);
        return file;
    }

    private void Take((int Line, string[] Fields) record, (int From, int To, int Status, bool HasNames) columns, string origin, Dictionary<string, int> seen)
    {
        var (form, problems, text) = (new RedirectForm(Of(columns.From), Of(columns.To), Of(columns.Status)), new Problems(), string.Join(", ", record.Fields));
        if (form.Paths(origin, problems) is not var (from, to)) _left.Add(new(record.Line, text, string.Join(" ", problems.All.Select(problem => problem.Message))));
        else if (!seen.TryAdd(from, record.Line)) _left.Add(new(record.Line, text, Text.T("redirects.why.twice", ("line", seen[from]))));
        else _good.Add(new(record.Line, from, to, form.IsPassing, text));

        string Of(int column) => column >= 0 && column < record.Fields.Length ? record.Fields[column] : "";
    }

    private static (int From, int To, int Status, bool HasNames) Columns(List<(int Line, string[] Fields)> records)
    {
        var names = records.Count > 0 ? records[0].Fields.Select(name => name.ToLowerInvariant()).ToList() : [];
        var (from, to) = (names.FindIndex(FromNames.Contains), names.FindIndex(ToNames.Contains));
        return from >= 0 && to >= 0 ? (from, to, names.FindIndex(StatusNames.Contains), true) : (0, 1, 2, false);
    }
}
