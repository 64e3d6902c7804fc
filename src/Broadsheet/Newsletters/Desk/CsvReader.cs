using System.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">On which line of the file it begins.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);

/// <summary>Reads CSV as RFC 4180 writes it, and as spreadsheets do: commas, semicolons or tabs, quotation marks, line breaks within them.</summary>
public static class CsvReader
{
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var mark = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var separator = mark.Contains(',') ? ',' : mark.Contains(';') ? ';' : mark.Contains('\t') ? '\t' : ',';
        var (line, begun, fields, field, isQuoted) = (1, 1, new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (isQuoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (letter == '"' && (isQuoted || field.Length == 0)) isQuoted = !isQuoted;
            else if (!isQuoted && letter == separator) Next();
            else if (!isQuoted && letter is '\r' or '\n' && !isQuoted)
            {
                if (letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                line++;
                if (Take() is { } record) yield return record;
                begun = line;
            }
            else
            {
                if (letter == '\n') line++;
                field.Append(letter);
            }
        }
        if (Take() is { } last) yield return last;

        void Next()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }

        CsvRecord? Take()
        {
            Next();
            var record = new CsvRecord(begun, [.. fields]);
            fields.Clear();
            return record.Fields.All(one => one.Length == 0) ? null : record;
        }
    }
}
