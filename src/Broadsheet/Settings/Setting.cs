namespace Broadsheet.Settings;

/// <summary>One choice of the publisher, as it stood from <see cref="SetAt"/> on. Rows are only added: the last of a name counts.</summary>
public sealed class Setting(string name, string value, DateTimeOffset setAt, long setBy)
{
    public long Id { get; private set; }

    /// <summary>The type it is read as, such as <c>PaperLook</c>; with the edition behind it where each has its own: <c>PaperSupport/1</c>.</summary>
    public string Name { get; private set; } = name;

    /// <summary>JSON.</summary>
    public string Value { get; private set; } = value;

    public DateTimeOffset SetAt { get; private set; } = setAt;

    /// <summary>The member of staff; 0 for the program itself.</summary>
    public long SetBy { get; private set; } = setBy;
}
