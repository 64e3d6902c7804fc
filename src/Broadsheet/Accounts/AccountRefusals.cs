using Broadsheet.Web;

namespace Broadsheet.Accounts;

/// <summary>Nobody would be left who can let people in.</summary>
public sealed class LastAdministratorException() : RefusalException(Text.T("problem.last-administrator"));

/// <summary>A form or a request names a role that is not there (any more).</summary>
public sealed class NoSuchRoleException() : RefusalException(Text.T("problem.no-such-role"), StatusCodes.Status422UnprocessableEntity);

/// <summary>Somebody, a token or an invitation still has the role that is to be removed.</summary>
public sealed class RoleInUseException(Role role) : RefusalException(Text.T("problem.role-in-use", ("name", role.KnownAs)));

/// <summary>A link with a key (set-up, invitation, new password) was used, withdrawn or has run out.</summary>
public sealed class SpentLinkException() : RefusalException(Text.T("problem.spent-link"), StatusCodes.Status410Gone);

/// <summary>More than five minutes passed between the password and the code.</summary>
public sealed class SignInTooOldException() : RefusalException(Text.T("problem.sign-in-too-old"), StatusCodes.Status400BadRequest);

/// <summary>Identity's rules refused a member: somebody took the address in the same second, or the command line gave a bad one.</summary>
public sealed class MemberRefusedException(string why) : RefusalException(Text.T("problem.member-refused", ("why", why)), StatusCodes.Status422UnprocessableEntity);
