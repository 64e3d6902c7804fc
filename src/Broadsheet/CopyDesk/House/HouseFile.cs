using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using static Broadsheet.Web.Text;

namespace Broadsheet.CopyDesk.House;

/// <summary>House style as a file: CSV or JSON, the same columns. What is written is read back the same.</summary>
public static class HouseFile
{
    private static readonly string[] Columns = ["kind", "find", "right", "language", "severity", "advice", "example", "source"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Csv(IEnumerable<HouseRuleText> rules) =>
        string.Join("\r\n", [Web.Csv.Line(Columns), .. rules.Select(rule => Web.Csv.Line(rule.Kind.ToString(), rule.Find, rule.Right, rule.Language, rule.Severity.ToString(), rule.Advice, rule.Example, rule.Source))]) + "\r\n";

    public static string Json(IEnumerable<HouseRuleText> rules) => JsonSerializer.Serialize(rules, Options) + "\n";

    /// <summary>The good lines as rules, the others each with its line and what is wrong: nothing is left out silently.</summary>
    public static (List<HouseRuleText> Rules, List<BadLine> Bad) Read(string text)
    {
        var (rules, bad) = (new List<HouseRuleText>(), new List<BadLine>());
        try
        {
            foreach (var (line, form) in text.TrimStart('\uFEFF').TrimStart().StartsWith('[') ? OfJson(text) : OfCsv(text))
            {
                var problems = form.Check();
                if (problems.Any) bad.Add(new(line, string.Join(' ', problems.All.Select(problem => problem.Message)), form.Find));
                else rules.Add(form.Text);
            }
        }
        catch (JsonException wrong)
        {
            bad.Add(new((int)(wrong.LineNumber ?? 0) + 1, T("house.import.notJson"), ""));
        }
        catch (FormatException wrong)
        {
            bad.Add(new(0, wrong.Message, ""));
        }

        return (rules, bad);
    }

    private static IEnumerable<(int, HouseRuleForm)> OfCsv(string text)
    {
        string[]? columns = null;
        foreach (var (line, fields) in Web.Csv.Read(text))
        {
            // A file without a heading has our order.
            if (columns is null)
            {
                columns = fields.Any(field => field.Equals("find", StringComparison.OrdinalIgnoreCase)) ? [.. fields.Select(field => field.ToLowerInvariant())] : Columns;
                if (!ReferenceEquals(columns, Columns)) continue;
            }

            yield return (line, Form(name => Array.IndexOf(columns, name) is var at and >= 0 && at < fields.Length ? fields[at] : ""));
        }
    }

    private static IEnumerable<(int, HouseRuleForm)> OfJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        var number = 0;
        foreach (var rule in json.RootElement.EnumerateArray())
        {
            number++;
            yield return (number, Form(name => rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : ""));
        }
    }

    private static HouseRuleForm Form(Func<string, string> field) => new(
        field("kind") is { Length: > 0 } kind ? kind : "Term", field("find"), field("right"), field("language"), field("severity") is { Length: > 0 } severity ? severity : "Ask", field("advice"), field("example"), field("source"));
}

/// <param name="Line">Of the file; in JSON the rule's number. 0: the file as a whole.</param>
public sealed record BadLine(int Line, string Problem, string Find);
