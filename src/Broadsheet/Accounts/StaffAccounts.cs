using Broadsheet.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Broadsheet.Accounts;

/// <summary>Staff: their services and their pages, for Program.</summary>
public static class StaffAccounts
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffMember>(Configure).AddUserStore<StaffMemberStore>().AddPasswordValidator<PasswordRules>();
        // OWASP's figure for PBKDF2 with SHA-512; Identity's own default is older.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>>(provider =>
            new ConfigureOptions<IdentityPasskeyOptions>(options => Passkeys.Configure(options, provider.GetRequiredService<Hosts>())));

        // No default scheme: only endpoints behind the gate name one, so a reader's page never asks who reads it.
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null);
        services.AddAuthorization(Gate.AddPolicies);

        services.AddDataProtection().SetApplicationName("broadsheet");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new KeyRing(provider.GetRequiredService<IServiceScopeFactory>())));

        services.AddScoped<Ceremony>().AddScoped(typeof(PasskeyCeremony<>)).AddScoped<Passkeys>().AddScoped<PasswordSignIn>().AddScoped<AccountDesk>();
        services.AddHostedService<SetUpLink>();
        services.AddNewsroomLink("paper.title", "/newsroom/paper", 70);
        services.AddNewsroomLink("staff.title", "/newsroom/staff", 80, nameof(Permission.ManageStaff));
        services.AddNewsroomLink("account.title", "/newsroom/account", 90);
        return services;
    }

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        ListPaperScreens.Map(newsroom);
        SetUp.Map(newsroom);
        SignIn.Map(newsroom);
        SignInAgain.Map(newsroom);
        AcceptInvitation.Map(newsroom);
        NewPassword.Map(newsroom);
        Account.Map(newsroom);
        AccountPasskeys.Map(newsroom);
        AccountAuthenticator.Map(newsroom);
        StaffList.Map(newsroom);
        StaffInvitations.Map(newsroom);
        StaffChanges.Map(newsroom);
        StaffTokens.Map(newsroom);
        ListRoles.Map(newsroom);
        MakeRole.Map(newsroom);
        EditRole.Map(newsroom);
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // any: the user name is the address
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

        // PasswordRules says it all, in words.
        options.Password = new() { RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredLength = 1 };
    }
}
