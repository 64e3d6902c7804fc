using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Mail;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Broadsheet.Tests.Readers;

/// <summary>A paper that sends mail to a real server, and a reader's browser without script, which sends what browsers send with a form.</summary>
public static partial class ReaderBrowser
{
    public const string Paper = "https://post.example";

    /// <summary>A paper with mail; its worker rests, so that a test says when mail goes.</summary>
    public static async Task<Newsroom> OpenAsync(Postbox postbox, Storage.On on, Func<Machine.MachineSettings, Machine.MachineSettings>? settings = null)
    {
        var newsroom = await Newsroom.OpenAsync(on, machine => (settings ?? (same => same))(machine with
        {
            Mail = new() { Server = $"smtp://127.0.0.1:{postbox.Port}", From = "The Harbour Post <post@harbour.example>" },
            Paper = new() { Address = Paper },
        }));
        await newsroom.App.Services.GetServices<IHostedService>().OfType<MailWorker>().Single().StopAsync(default);
        return newsroom;
    }

    /// <summary>Sends what is due, and reads all that came.</summary>
    public static async Task<List<MimeMessage>> MailsAsync(this Newsroom newsroom, Postbox postbox)
    {
        var worker = newsroom.App.Services.GetServices<IHostedService>().OfType<MailWorker>().Single();
        while (await worker.SendNextAsync(default)) { }
        var mails = new List<MimeMessage>();
        foreach (var text in await postbox.ReadAsync()) mails.Add(await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));
        return mails;
    }

    public static StaffBrowser ReaderIn(Newsroom newsroom)
    {
        var browser = new StaffBrowser(newsroom);
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        return browser;
    }

    /// <summary>A session of the reader of an address, who is made when there is none.</summary>
    public static async Task<Secret> SessionOfReaderAsync(this Newsroom paper, string address)
    {
        var secret = Secret.New();
        await paper.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            var reader = await newspaper.ReaderOfAsync(ReaderAddress.Read(address)!, paper.Edition.Id, paper.Clock.GetUtcNow(), default);
            newspaper.ReaderSessions.Add(new ReaderSession(reader, secret, "Test", paper.Clock.GetUtcNow()));
            return await newspaper.SaveChangesAsync();
        }));
        return secret;
    }

    /// <summary>Signs the reader of an address in, who is made when there is none. What her forms carry in their field "key".</summary>
    public static async Task<string> SignInAsync(this StaffBrowser browser, Newsroom paper, string address)
    {
        var secret = await paper.SessionOfReaderAsync(address);
        browser.Cookies["__Host-reader"] = secret.Text;
        return Hidden(await browser.ReadAsync("/account"), "key");
    }

    /// <summary>The path and query of a mail's first link.</summary>
    public static string LinkIn(MimeMessage mail) => Links().Match(mail.TextBody!).Groups[1].Value;

    /// <summary>What a page's form carries in a hidden field.</summary>
    public static string Hidden(string html, string name) => Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"") is { Success: true } field ? System.Net.WebUtility.HtmlDecode(field.Groups[1].Value) : "";

    public static async Task<(int Status, string Text)> TellAsync(this Task<HttpResponseMessage> answer)
    {
        using var known = await answer;
        return ((int)known.StatusCode, System.Net.WebUtility.HtmlDecode(await known.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("https://post\\.example(/\\S+)")]
    private static partial Regex Links();
}
