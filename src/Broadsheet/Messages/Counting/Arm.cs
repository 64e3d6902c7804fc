namespace Broadsheet.Messages.Counting;

/// <summary>Which lot a browser drew in a message's comparison.</summary>
public enum Arm
{
    /// <summary>There was no comparison, or the browser could not remember its lot.</summary>
    None,

    With,
    Without,
}

/// <summary>The lot that a giver's browser had drawn when she gave.</summary>
public sealed record MessageArm(Guid Message, Arm Arm)
{
    /// <summary>More messages than these are not compared at once.</summary>
    private const int Most = 8;

    /// <summary>As /give's form carries them: <c>ID.1 ID.2</c>. What is none is left out.</summary>
    public static IReadOnlyList<MessageArm> Read(string typed) =>
        [.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadOne).OfType<MessageArm>().DistinctBy(one => one.Message).Take(Most)];

    public static string Print(IEnumerable<MessageArm> arms) => string.Join(' ', arms.Select(one => $"{one.Message}.{(int)one.Arm}"));

    private static MessageArm? ReadOne(string word) =>
        word.Split('.') is [var id, "1" or "2"] && Guid.TryParseExact(id, "D", out var message) ? new(message, word[^1] == '1' ? Arm.With : Arm.Without) : null;
}
