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
            if (!MailboxAddress.TryParse(settings.From, out var from) || !from.Address.Contains('@')) throw new SettingException("Mail:From must be an address, such as The Harbour Post <newsroom@example.org>.");
            if (settings.ReturnAddress.Length > 0 && (!MailboxAddress.TryParse(settings.ReturnAddress, out var returns) || !returns.Address.Contains('@'))) throw new SettingException("Mail:ReturnAddress must be an address, such as bounces@example.org.");
            using var signer = MailSignature.Of(settings);
        }
        return services.AddSingleton(new Postman(settings)).AddHostedService<MailWorker>();
    }
}
