namespace Broadsheet.Web;

/// <summary>
/// A page that is stored can carry no token of its reader. What it sends says where it was sent from: every browser of the last years
/// sends Sec-Fetch-Site, which no page can forge, and Origin with whatever is posted.
/// </summary>
public static class SentFromHere
{
    extension(HttpRequest request)
    {
        /// <summary>Whether a page of this very paper sent it.</summary>
        public bool IsSentFromHere => request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.ToUriComponent(),
            _ => false,
        };
    }
}
