using Broadsheet.Web;

namespace Broadsheet.Accounts;

/// <summary>What somebody sent after the session had ended, to be sent again.</summary>
public sealed record SentView(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>
/// A form arrived without a session, perhaps from a browser without script: the page gives back all that was typed and
/// sends it again once its writer has signed in, in another tab. Its antiforgery token stays good: it belongs to her, not to the session.
/// </summary>
internal static class SentWhileSignedOut
{
    public static async Task WriteAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
        var view = new SentView(context.Request.Path + context.Request.QueryString, fields);
        await Page.Alone<SentPage, SentView>(view, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }
}
