namespace Broadsheet.Mail.Checking;

public enum Judgement
{
    Good,

    /// <summary>Mail goes out, but some of it will not arrive, or somebody else could write in the paper's name.</summary>
    Poor,

    /// <summary>Mail will be refused.</summary>
    Wrong,
}

/// <summary>One thing that was looked at, in words for whoever runs the machine.</summary>
/// <param name="Subject">What was looked at: "SPF".</param>
/// <param name="Words">What was found, and what to do about it.</param>
public sealed record MailFinding(string Subject, Judgement Judgement, string Words);
