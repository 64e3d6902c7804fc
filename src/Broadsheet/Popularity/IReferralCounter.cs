namespace Broadsheet.Popularity;

/// <summary>Counts by which of a feature's links readers came. What the link is called stands behind the # of the address that led to the page.</summary>
public interface IReferralCounter
{
    /// <summary>Counts it if it is one of its own.</summary>
    /// <param name="referral">As the page says, without the #; it may be anything.</param>
    /// <param name="article">The public id of the story that was opened.</param>
    void Count(string referral, Guid article, HttpContext http);
}
