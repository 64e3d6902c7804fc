namespace Broadsheet.Web;

/// <summary>A line of a file that was not taken, and why or what to do about it.</summary>
/// <param name="Number">Of the file, from 1.</param>
/// <param name="Text">What stands there, as far as it tells which it is.</param>
public sealed record LeftLine(int Number, string Text, string Why);
