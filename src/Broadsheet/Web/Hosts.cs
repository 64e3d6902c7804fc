using System.Net;
using Broadsheet.Machine;

namespace Broadsheet.Web;

/// <summary>
/// Which names this paper answers to. Links are made from <c>Paper:Address</c>, never from the Host header, and a request for
/// another host gets 421: a stranger's name can reach no mail, no cache and no passkey.
/// </summary>
public sealed class Hosts
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

    public Hosts(MachineSettings machine)
    {
        var local = machine.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).ToList();
        if (machine.Paper.Address.Length > 0)
        {
            if (!Uri.TryCreate(machine.Paper.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
                throw new SettingException($"Paper:Address is \"{machine.Paper.Address}\"; it must look like https://www.example.org, with no path.");
            Address = address;
        }
        else if (local.Find(one => !IsLoopback(one.Host)) is { } open)
        {
            throw new SettingException($"Urls has {open}, which others can reach: set Paper:Address to where readers find the paper, such as https://www.example.org.");
        }
        else
        {
            // Port 0 is known only once the program listens; passkeys and links never need it before that.
            Address = new Uri($"http://localhost:{local.FirstOrDefault()?.Port ?? 5080}");
        }
    }

    /// <summary>Where the paper stands, from the settings.</summary>
    public Uri Address { get; private set; }

    /// <summary>The name that passkeys belong to: the paper's domain, or localhost on one's own machine.</summary>
    public string Domain => Address.Host;

    /// <summary>A whole address for a mail, a link to copy, a feed.</summary>
    public string Link(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>Learns the port that the system chose, when <c>Urls</c> asked for any.</summary>
    internal void ListenOn(IEnumerable<string> urls)
    {
        if (Address.Port == 0) Address = new UriBuilder(Address) { Port = urls.Select(url => BindingAddress.Parse(url).Port).First() }.Uri;
    }

    /// <summary>The loopback names stay open to what runs on this machine: a proxy's health check, an operator's curl.</summary>
    internal bool Answers(HttpContext context) => Answers(context.Request.Host.Host, IsFromHere(context));

    internal bool Answers(string host, bool isFromHere) =>
        string.Equals(host, Address.Host, StringComparison.OrdinalIgnoreCase) || (isFromHere && IsLoopback(host));

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from);

    private static bool IsLoopback(string host) => LoopbackNames.Contains(host, StringComparer.OrdinalIgnoreCase);
}
