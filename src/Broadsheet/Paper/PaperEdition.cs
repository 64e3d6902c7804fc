namespace Broadsheet.Paper;

/// <summary>An edition as a page needs it: what it is called and in which language, direction and zone it speaks.</summary>
/// <param name="Code">Empty for the first edition, whose pages stand at the root; else the first segment of every address.</param>
/// <param name="Direction">"ltr" or "rtl".</param>
public sealed record PaperEdition(long Id, string Code, string Name, string Tagline, string Language, string Direction, string TimeZone)
{
    /// <summary>What names it for ever outside; its code and name may change.</summary>
    public Guid PublicId { get; init; }

    /// <summary>Its clock; UTC where the machine knows no such zone.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var known) ? known : TimeZoneInfo.Utc;

    /// <summary>"/" or "/he/".</summary>
    public string Home => Code.Length == 0 ? "/" : $"/{Code}/";

    /// <summary>The address of something in this edition; <paramref name="path"/> starts with a slash.</summary>
    public string At(string path) => Code.Length == 0 ? path : path == "/" ? Home : "/" + Code + path;

    /// <summary>The address of a page for one reader, which all editions share, in this edition's language.</summary>
    public string Personal(string path) => Code.Length == 0 ? path : $"{path}{(path.Contains('?') ? '&' : '?')}edition={Code}";
}
