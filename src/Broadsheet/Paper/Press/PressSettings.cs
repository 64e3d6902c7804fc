namespace Broadsheet.Paper.Press;

/// <param name="MemoryMegabytes">How much made pages may take. 0: none is kept, and each is made for each reader.</param>
public sealed record PressSettings(int MemoryMegabytes)
{
    /// <summary>How long a reader waits for the fresh page before she gets the last one. Far more than a page takes to make.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Whether the front page and the pages that readers wanted most are made as soon as the program answers.</summary>
    public bool MakesAhead { get; init; } = true;
}
