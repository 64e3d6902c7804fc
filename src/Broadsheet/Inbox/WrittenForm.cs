using Broadsheet.Readers;

namespace Broadsheet.Inbox;

/// <summary>What a reader wrote, as typed.</summary>
/// <param name="IsTrapped">The field was filled in that people do not see.</param>
public sealed record WrittenForm(string Text, string Name, string Town, string Address, string Subject, bool Consents, string Story, bool IsTrapped)
{
    /// <summary>The name of the field that only programs fill in. Programs like such a name.</summary>
    public const string Trap = "website";

    public static WrittenForm Empty(string story) => new("", "", "", "", "", false, story, false);

    public static WrittenForm Of(IFormCollection fields) => new(
        fields["text"].ToString().ReplaceLineEndings("\n").Trim(), Line(fields, "name"), Line(fields, "town"), Line(fields, "address"), Line(fields, "subject"),
        fields["consent"] == "true", fields["story"].ToString(), fields[Trap].ToString().Length > 0);

    /// <summary>The words that stood beside the box of consent.</summary>
    public string ConsentText { get; init; } = "";

    public ReaderAddress? Read => ReaderAddress.Read(Address);

    /// <summary>What is wrong with it, by field: keys of texts. Files are looked at elsewhere.</summary>
    public IEnumerable<(string Field, string Key)> Problems(MessageKind kind, bool hasFiles)
    {
        if (kind == MessageKind.Letter && Name.Length == 0) yield return ("name", "write.problem.name");
        if (kind == MessageKind.Letter && Town.Length == 0) yield return ("town", "write.problem.town");
        if (Text.Length == 0 && !(kind == MessageKind.Tip && hasFiles)) yield return ("text", "write.problem.text");
        if (Text.Length > InboxMessage.LongestText) yield return ("text", "write.problem.long");
        if (kind != MessageKind.Tip && Read is null && (kind == MessageKind.Letter || Address.Length > 0)) yield return ("address", "form.address");
        if (kind == MessageKind.Letter && !Consents) yield return ("consent", "write.problem.consent");
    }

    private static string Line(IFormCollection fields, string name)
    {
        var text = new string([.. fields[name].ToString().Trim().Where(letter => !char.IsControl(letter))]);
        return text.Length <= InboxMessage.LongestLine ? text : text[..InboxMessage.LongestLine];
    }
}
