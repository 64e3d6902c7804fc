using System.Text.Encodings.Web;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Broadsheet.Accounts;

/// <summary>
/// Recognises staff by the session cookie: two looks into the database at each request, so that an ended session, a
/// changed role or desk and a deactivated member count at once. Runs for newsroom endpoints alone; readers' pages never ask.
/// </summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Newspaper newspaper, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } key) return AuthenticateResult.NoResult();

        var hash = Secret.HashOf(key);
        var found = await newspaper.Sessions.AsNoTracking()
            .Where(session => session.SecretHash == hash)
            .Join(newspaper.StaffMembers.Active(), session => session.MemberId, member => member.Id, (session, member) => new { Session = session, member.Name, member.Language, member.RoleId })
            .Join(newspaper.Roles, found => found.RoleId, role => role.Id, (found, role) => new { found.Session, found.Name, found.Language, Role = role })
            .FirstOrDefaultAsync(Context.RequestAborted);

        var now = clock.GetUtcNow();
        if (found is null || !found.Session.IsAliveAt(now)) return AuthenticateResult.Fail("The session has ended.");
        if (found.Session.ShouldNote(now)) await NoteAsync(found.Session.Id, now);

        var staff = new Staff(found.Name, found.Role.Permissions, found.Session.MemberId, SessionId: found.Session.Id)
        {
            Language = found.Language,
            Desks = await newspaper.DesksOfAsync(found.Session.MemberId, Context.RequestAborted),
        };
        return AuthenticateResult.Success(new AuthenticationTicket(staff.ToPrincipal(SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!Refusals.WantsPage(Request)) return Refusals.Answer(Context, new RefusalException(Text.T("problem.signed-out"), StatusCodes.Status401Unauthorized)).ExecuteAsync(Context);
        if (HttpMethods.IsPost(Request.Method) && Request.HasFormContentType) return SentWhileSignedOut.WriteAsync(Context);

        Response.Redirect("/newsroom/sign-in?next=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusals.Answer(Context, new RefusalException(Text.T("problem.forbidden"), StatusCodes.Status403Forbidden)).ExecuteAsync(Context);

    private Task NoteAsync(long id, DateTimeOffset now) => newspaper.WriteAsync(() =>
        newspaper.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now)));
}
