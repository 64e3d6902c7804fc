using System.Text;

namespace Broadsheet.Web;

/// <summary>A CSV file that is written while it is sent, as spreadsheets read it (RFC 4180): in UTF-8 with its mark, and kept by nobody on the way.</summary>
public static class CsvFile
{
    /// <param name="name">With its ending, in ASCII.</param>
    public static StreamWriter BeginCsv(this HttpContext http, string name)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        http.Response.Headers.CacheControl = "no-store";
        return new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
    }
}
