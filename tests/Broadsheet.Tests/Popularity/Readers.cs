using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Broadsheet.Articles;
using Broadsheet.Popularity;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Popularity;

/// <summary>Readers at addresses of their own, as a crowd on one machine can be: 127.0.0.2, 127.0.0.3 …</summary>
internal static class Readers
{
    public const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";

    public static HttpClient Reader(this Newsroom newsroom, int number, string userAgent = Firefox, string site = "same-origin")
    {
        var from = new IPAddress([127, 0, (byte)(number / 250), (byte)(2 + number % 250)]);
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var reader = new HttpClient(handler) { BaseAddress = newsroom.Client.BaseAddress };
        reader.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        if (site.Length > 0) reader.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        return reader;
    }

    /// <summary>Sends what the page's script sends.</summary>
    public static async Task<HttpStatusCode> ReadAsync(this HttpClient reader, Article article)
    {
        using var body = new StringContent(article.PublicId.ToString(), new MediaTypeHeaderValue("text/plain"));
        using var answer = await reader.PostAsync("/reads", body);
        return answer.StatusCode;
    }

    public static async Task ReadByAsync(this Newsroom newsroom, Article article, int readers)
    {
        for (var number = 0; number < readers; number++)
        {
            using var reader = newsroom.Reader(number);
            await reader.ReadAsync(article);
        }
        await newsroom.FlushReadsAsync();
    }

    public static Task FlushReadsAsync(this Newsroom newsroom) => newsroom.App.Services.GetRequiredService<ReadFlush>().FlushAsync(default);

    public static async Task<long> ReadsAsync(this Newsroom newsroom, Article article)
    {
        await newsroom.FlushReadsAsync();
        return (await newsroom.AskAsync(newspaper => newspaper.ReadsOfAsync([article.Id])))[article.Id];
    }
}
