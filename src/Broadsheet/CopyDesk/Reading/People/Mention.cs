namespace Broadsheet.CopyDesk.Reading.People;

/// <summary>A person named in full at one place.</summary>
/// <param name="Parts">The name's words as printed.</param>
/// <param name="Family">Which of them is used when she is mentioned again.</param>
/// <param name="IsFamilyFirst">The name is written family name first.</param>
/// <param name="Role">Title or office before the name, in small letters; empty when none is given.</param>
internal sealed record Mention(PassageReading Passage, Stretch At, string[] Parts, int Family, bool IsFamilyFirst, string Role)
{
    public string FamilyName => Parts[Family];

    public string Name => string.Join(' ', Parts);

    public string Key => Letters.KeyOf(Name);

    public bool IsInBracketsOfQuotation => Passage.IsInBrackets(At.Start) && Passage.IsQuoted(At.Start);
}
