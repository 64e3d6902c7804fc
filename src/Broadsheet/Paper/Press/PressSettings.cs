namespace Broadsheet.Paper.Press;

/// <param name="MemoryMegabytes">How much made pages may take. 0: none is kept, and each is made for each reader.</param>
public sealed record PressSettings(int MemoryMegabytes)
{
    /// <summary>How long a reader waits for the fresh page before she gets the last one. Far more than a page takes to make.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(400);
}
