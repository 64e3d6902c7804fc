using Broadsheet.Machine;
using MimeKit;

namespace Broadsheet.Mail;

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings settings)
    {
        if (settings.IsOn)
        {
            _ = settings.ReadAddress();
            if (!IsAddress(settings.From)) throw new SettingException("Mail:From must be an address, such as The Harbour Post <newsroom@example.org>.");
            if (settings.ReturnAddress.Length > 0 && !IsAddress(settings.ReturnAddress)) throw new SettingException("Mail:ReturnAddress must be an address, such as bounces@example.org.");
            if (settings.ReturnMailbox.Length > 0) _ = settings.ReadReturnMailbox();
            using var signer = MailSignature.Of(settings);
        }
        return services.AddSingleton(new Postman(settings)).AddHostedService<MailWorker>();
    }

    private static bool IsAddress(string setting) => MailboxAddress.TryParse(setting, out var address) && address.Address.Contains('@');
}
