using System.Text.Encodings.Web;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Broadsheet.Accounts;

/// <summary>Recognises a token in <c>Authorization: Bearer …</c> for the staff API.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Newspaper newspaper, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var hash = Secret.HashOf(header[Bearer.Length..].Trim());
        var found = await newspaper.ApiTokens.AsNoTracking()
            .Where(one => one.SecretHash == hash && one.RevokedAt == null)
            .Join(newspaper.Roles, token => token.RoleId, role => role.Id, (token, role) => new { Token = token, Role = role })
            .FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null) return AuthenticateResult.Fail("No such token.");

        await NoteAsync(found.Token, clock.GetUtcNow());
        var staff = new Staff(found.Token.Name, found.Role.Permissions, MemberId: null, TokenId: found.Token.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(staff.ToPrincipal(SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Refusals.Answer(Context, new RefusalException(Text.T("problem.no-token"), StatusCodes.Status401Unauthorized)).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusals.Answer(Context, new RefusalException(Text.T("problem.forbidden"), StatusCodes.Status403Forbidden)).ExecuteAsync(Context);

    // By the hour is enough to find a token that nobody uses, and costs a busy wire no writes.
    private async Task NoteAsync(ApiToken token, DateTimeOffset now)
    {
        if (token.LastUsedAt > now - TimeSpan.FromHours(1)) return;
        await newspaper.WriteAsync(() => newspaper.ApiTokens.Where(one => one.Id == token.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now)));
    }
}
