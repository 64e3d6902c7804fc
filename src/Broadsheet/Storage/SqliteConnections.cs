namespace Broadsheet.Storage;

internal static class SqliteConnections
{
    /// <summary>
    /// How the paper's file is opened. The timeout is for what stands outside the write lane, such as another process:
    /// a <c>sqlite3</c> at work on the same file.
    /// </summary>
    public static string To(string file) => $"Data Source={file};Default Timeout=30";
}
