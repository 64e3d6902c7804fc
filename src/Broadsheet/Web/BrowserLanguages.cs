namespace Broadsheet.Web;

public static class BrowserLanguages
{
    extension(HttpRequest request)
    {
        /// <summary>The tags of the languages that a browser asks for, the most wanted first, without those that it refuses (RFC 9110, 12.5.4).</summary>
        public IEnumerable<string> AcceptedLanguages => request.Headers.AcceptLanguage.Count == 0 ? []
            : request.GetTypedHeaders().AcceptLanguage.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1).Select(one => one.Value.ToString());
    }
}
