using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Broadsheet.Mail.Checking;

/// <summary>What the names of the internet say, as far as mail asks.</summary>
/// <param name="server">Whom to ask; null: whom the machine asks.</param>
public sealed class MailDns(IPEndPoint? server)
{
    private readonly LookupClient _client = new(Options(server));

    /// <summary>The texts of a name, each put together of its parts.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken stop) =>
        [.. (await AskAsync(name, QueryType.TXT, stop)).OfType<TxtRecord>().Select(record => string.Concat(record.Text))];

    public async Task<IReadOnlyList<IPAddress>> AddressesAsync(string name, CancellationToken stop) =>
        IPAddress.TryParse(name, out var literal) ? [literal]
        : [.. (await AskAsync(name, QueryType.A, stop)).Concat(await AskAsync(name, QueryType.AAAA, stop)).OfType<AddressRecord>().Select(record => record.Address)];

    /// <summary>The servers that take a domain's mail, the first choice first.</summary>
    public async Task<IReadOnlyList<string>> ExchangesAsync(string domain, CancellationToken stop) =>
        [.. (await AskAsync(domain, QueryType.MX, stop)).OfType<MxRecord>().OrderBy(record => record.Preference).Select(record => record.Exchange.Value.TrimEnd('.'))];

    /// <summary>The name that an address answers to; null: none.</summary>
    public async Task<string?> NameOfAsync(IPAddress address, CancellationToken stop) =>
        (await AskAsync(address.GetArpaName(), QueryType.PTR, stop)).OfType<PtrRecord>().FirstOrDefault()?.PtrDomainName.Value.TrimEnd('.');

    private async Task<IEnumerable<DnsResourceRecord>> AskAsync(string name, QueryType type, CancellationToken stop) => (await _client.QueryAsync(name, type, cancellationToken: stop)).Answers;

    private static LookupClientOptions Options(IPEndPoint? server)
    {
        var options = server is null ? new LookupClientOptions() : new LookupClientOptions(new NameServer(server));
        (options.Timeout, options.Retries, options.UseCache) = (TimeSpan.FromSeconds(5), 2, false);
        return options;
    }
}
