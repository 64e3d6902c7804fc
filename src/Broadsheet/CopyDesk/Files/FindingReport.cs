using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.CopyDesk.Files;

/// <summary>What the desk found in files, to be read by a person or by a program.</summary>
internal static class FindingReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    public static string Json(IReadOnlyList<CheckedFile> files) =>
        JsonSerializer.Serialize(files.Select(file => new { file = file.Name, file.Findings, file.Days }), Options);

    /// <summary>One story as one line of JSON: an archive is read line by line.</summary>
    public static string Line(string name, IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(new { story = name, findings }, OneLine);

    public static string Text(IReadOnlyList<CheckedFile> files)
    {
        var report = new StringBuilder();
        foreach (var file in files)
        {
            report.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{file.Name}: {file.Findings.Count} to look at");
            foreach (var found in file.Findings)
            {
                var number = file.Passages.ToList().FindIndex(passage => passage.Block == found.Block && passage.Place == found.Place) + 1;
                var place = number > 0 ? $"{number}" : found.Place.ToString().ToLowerInvariant();
                report.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {found.Harm.ToString().ToLowerInvariant(),-7} {found.Severity.ToString().ToLowerInvariant(),-4} {place,3} {found.Rule,-18} {Shortened(found.Words)}");
                report.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"          {found.Message} {found.Advice}{(found.Fix is null ? "" : $" → {found.Fix}")}");
            }

            foreach (var day in file.Days) report.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  date    {day.Words} = {day.Date}");
        }

        return report.ToString().TrimEnd();
    }

    private static string Shortened(string words) => words.Length <= 60 ? words : words[..57] + "…";
}
