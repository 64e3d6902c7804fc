namespace Broadsheet.Accounts;

/// <summary>
/// What a feature lays into a paper that its owner just named: it runs inside the transaction of the set-up, after the first
/// edition is there, so that the owner's next page finds it. What may come later, or reaches outside, is a job instead.
/// </summary>
public interface IOnPaperSetUp
{
    Task RunAsync(CancellationToken stop);
}
