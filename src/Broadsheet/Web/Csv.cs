using System.Text;

namespace Broadsheet.Web;

/// <summary>Comma-separated values (RFC 4180), with the line each record begins on.</summary>
public static class Csv
{
    /// <param name="separator">What stands between fields.</param>
    /// <exception cref="FormatException">A quoted field never ends; the message names its line.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Read(string text, char separator = ',')
    {
        text = text.TrimStart('\uFEFF');
        var (fields, field, line, begun, isQuoted) = (new List<string>(), new StringBuilder(), 1, 1, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var sign = at < text.Length ? text[at] : '\n';
            if (at == text.Length && isQuoted) throw new FormatException($"line {begun}: a quoted field never ends");
            if (sign == '\n' && at < text.Length) line++;
            if (isQuoted)
            {
                if (sign != '"') field.Append(sign);
                else if (at + 1 < text.Length && text[at + 1] == '"') field.Append(text[at++]);
                else isQuoted = false;
            }
            else if (sign == '"' && field.ToString().Trim().Length == 0) (field, isQuoted) = (field.Clear(), true);
            else if (sign == separator || sign == '\n')
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
                if (sign != '\n') continue;
                if (fields.Exists(one => one.Length > 0)) yield return (begun, [.. fields]);
                fields.Clear();
                begun = line;
            }
            else field.Append(sign);
        }
    }

    /// <summary>A file as somebody's program wrote it: with its separator, and with line ends of any age, a carriage return alone too.</summary>
    /// <exception cref="FormatException">A quoted field never ends; the message names its line.</exception>
    public static IEnumerable<(int Line, string[] Fields)> ReadFile(string text) =>
        Read(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), SeparatorOf(text));

    /// <summary>What a file uses that a spreadsheet made: a comma, or in some countries a semicolon, or a tab. Its first line shows it.</summary>
    public static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return first.Contains(',') ? ',' : first.Contains(';') ? ';' : first.Contains('\t') ? '\t' : ',';
    }

    /// <summary>For a file that is opened in a spreadsheet: a cell that begins like a formula would be run there.</summary>
    public static string LineForSpreadsheet(params IEnumerable<string> fields) =>
        Line(fields.Select(field => field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + field : field));

    public static string Line(params IEnumerable<string> fields) =>
        string.Join(',', fields.Select(field => field.AsSpan().IndexOfAny("\",\n\r") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field));
}
