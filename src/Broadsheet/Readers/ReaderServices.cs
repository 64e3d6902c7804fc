using Broadsheet.Editions;
using Broadsheet.Notices;
using Broadsheet.Paper;
using Broadsheet.Readers.Passkeys;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Readers;

/// <summary>Readers: how they sign in, what they see of themselves, and the brakes on forms that anybody can send.</summary>
public static class ReaderServices
{
    public static IServiceCollection AddReaders(this IServiceCollection services) => services
        .AddSingleton<SignedForms>().AddSingleton<ReaderWords>().AddSingleton<Doorsteps>()
        .AddReaderPasskeys()
        .AddScoped<Brakes>().AddScoped<MailBrakes>().AddNoticeKind(MailBrakes.Notice, byMail: true)
        .AddSingleton<IRunsOut, ReadersRunOut>().AddHostedService<ReaderCleaning>();

    private static IServiceCollection AddReaderPasskeys(this IServiceCollection services) => services
        .AddScoped<IUserStore<Reader>, ReaderPasskeyStore>().AddScoped<IPasskeyHandler<Reader>, PasskeyHandler<Reader>>().AddScoped<ReaderKeys>().AddScoped<IReaderPart, PasskeysPart>()
        // Only the handler asks it: a reader has no password to hash, and no name to check.
        .AddScoped(provider => ActivatorUtilities.CreateInstance<UserManager<Reader>>(provider, new PasswordHasher<Reader>()));

    /// <summary>Maps the pages that are made for one reader, and returns their group for other features. What is mapped on it checks itself who sent a form.</summary>
    public static RouteGroupBuilder MapPersonalPages(this IEndpointRouteBuilder app)
    {
        // Their forms carry signs of their own: readers' pages have no antiforgery cookie.
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        pages.AddEndpointFilter(new PaperFailure(http => http.Edition?.ForPaper()));
        AskToSignIn.Map(pages);
        SignInByCode.Map(pages);
        SignInByLink.Map(pages);
        SignInByPasskey.Map(pages);
        return pages;
    }

    /// <summary>Maps /account, and returns the group of what only a signed-in reader sees.</summary>
    public static RouteGroupBuilder MapAccount(this RouteGroupBuilder pages)
    {
        var account = pages.MapGroup("/account").Gated();
        ShowAccount.Map(account);
        EndReaderSession.Map(account);
        EditReaderPasskeys.Map(account);
        ExportReader.Map(account);
        EraseReader.Map(account);
        return account;
    }
}
