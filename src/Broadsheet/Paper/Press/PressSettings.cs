namespace Broadsheet.Paper.Press;

/// <param name="MemoryMegabytes">How much made pages may take. 0: none is kept, and each is made for each reader.</param>
public sealed record PressSettings(int MemoryMegabytes);
