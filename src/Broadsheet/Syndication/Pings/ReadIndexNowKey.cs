using Broadsheet.Paper;
using System.Text;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Syndication.Pings;

/// <summary>/indexnow.txt: the key by which search engines believe what we tell them. It lies at the root, since it speaks for all that lies below it.</summary>
internal static class ReadIndexNowKey
{
    internal const string Address = "/indexnow.txt";

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods(Address, ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, CancellationToken stop) =>
        http.Edition is { Code: "" } && await newspaper.SettingAsync<IndexNow>(stop) is { IsOn: true } engines
            ? MachineAnswer.Of(Encoding.UTF8.GetBytes(engines.Key), "text/plain; charset=utf-8")
            : await Missing.AnswerAsync(http, newspaper, stop);
}
