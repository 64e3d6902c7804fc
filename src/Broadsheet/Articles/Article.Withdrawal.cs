using Broadsheet.Web;

namespace Broadsheet.Articles;

public enum WithdrawalKind
{
    /// <summary>Published by mistake: a draft again, 404, no notice.</summary>
    Mistake,

    /// <summary>Taken back openly: 200, with a notice over or instead of the text.</summary>
    Retraction,

    /// <summary>The law demands it: 410 or 451, with a notice or none.</summary>
    Legal,
}

/// <param name="Notice">What readers are told. Needed for a retraction.</param>
/// <param name="KeepsText">A retraction's notice stands over the text, which stays readable; else instead of it.</param>
/// <param name="IsByLegalDemand">A legal withdrawal that answers 451 (Unavailable For Legal Reasons, RFC 7725); else 410.</param>
public sealed record Withdrawal(WithdrawalKind Kind, string Reason, long By, DateTimeOffset At, string Notice = "", bool KeepsText = false, bool IsByLegalDemand = false);

public sealed partial class Article
{
    public Withdrawal? Withdrawal { get; private set; }

    public void Withdraw(Withdrawal withdrawal)
    {
        if (PublishedVersionId is null) throw new ArticleException(Text.T("acts.withdraw.notOut"));
        if (string.IsNullOrWhiteSpace(withdrawal.Reason)) throw new ArticleException(Text.T("acts.withdraw.sayWhy"));
        if (withdrawal.Kind == WithdrawalKind.Retraction && string.IsNullOrWhiteSpace(withdrawal.Notice)) throw new ArticleException(Text.T("acts.withdraw.needsNotice"));

        ScheduledFor = null;
        ScheduledVersionId = null;
        Withdrawal = withdrawal;
        Touch();
    }

    /// <summary>Its retraction stands where the story was: neither its text nor what hung on it is shown.</summary>
    public bool IsTakenBack => Withdrawal is { Kind: WithdrawalKind.Retraction, KeepsText: false };

    /// <summary>200 while it can be read or its retraction can, else what stands in its place.</summary>
    public int PublicStatus => this switch
    {
        { PublishedVersionId: null } => 404,
        { Withdrawal: null or { Kind: WithdrawalKind.Retraction } } => 200,
        { Withdrawal.Kind: WithdrawalKind.Mistake } => 404,
        { Withdrawal.IsByLegalDemand: true } => 451,
        _ => 410,
    };
}
