using Broadsheet.Inbox;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Inbox;

/// <summary>A paper whose forms all stand open.</summary>
public static class InboxPaper
{
    public static async Task<Newsroom> OpenAsync(Storage.On on = Storage.On.Sqlite, Func<Machine.MachineSettings, Machine.MachineSettings>? settings = null)
    {
        var newsroom = await Newsroom.OpenAsync(on, settings);
        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new ReaderForms { Letter = true, Tip = true }, 0, newsroom.Clock.GetUtcNow()));
        return newsroom;
    }

    /// <summary>Opens a form, waits as a person does, and sends it with these fields.</summary>
    public static async Task<(int Status, string Text)> WriteAsync(this Newsroom paper, StaffBrowser browser, string page, params (string Name, string Value)[] fields)
    {
        var html = await browser.ReadAsync(page);
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        return await browser.SubmitAsync(page.Split('?')[0], [("form", Hidden(html, "form")), ("story", Hidden(html, "story")), .. fields]).TellAsync();
    }

    public static async Task<(int Status, string Text)> TipAsync(this Newsroom paper, StaffBrowser browser, string text, params (string Name, byte[] Bytes)[] files)
    {
        var html = await browser.ReadAsync("/write/tip");
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        var form = new MultipartFormDataContent { { new StringContent(Hidden(html, "form")), "form" }, { new StringContent(text), "text" } };
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/write/tip") { Content = form }).TellAsync();
    }

    public static Task<List<InboxMessage>> MessagesAsync(this Newsroom paper) => paper.AskAsync(newspaper => newspaper.InboxMessages.Include(row => row.Files).AsNoTracking().OrderBy(row => row.Day).ThenBy(row => row.ReceivedAt).ToListAsync());

    public static string FolderOf(Newsroom paper) => Path.Combine(paper.Machine.Data, "inbox");
}
