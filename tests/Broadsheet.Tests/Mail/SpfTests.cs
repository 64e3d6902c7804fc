using System.Net;
using Broadsheet.Mail.Checking;

namespace Broadsheet.Tests.Mail;

/// <summary>RFC 7208 against a real DNS server.</summary>
public sealed class SpfTests
{
    [Fact]
    public async Task It_says_what_a_receiver_would()
    {
        var (records, cases) = (new List<string> { "host-record=mail.harbour.example,198.51.100.7", "mx-host=harbour.example,mail.harbour.example,10", "host-record=six.example,2001:db8::7" }, new List<(string Domain, string Sender, SpfResult Result)>());
        Case("v=spf1 ip4:198.51.100.0/24 -all", "198.51.100.7", SpfResult.Pass);
        Case("v=spf1 ip4:198.51.100.8 -all", "198.51.100.7", SpfResult.Fail);
        Case("v=spf1 ip4:198.51.100.8 ~all", "198.51.100.7", SpfResult.SoftFail);
        Case("v=spf1 ip4:198.51.100.8", "198.51.100.7", SpfResult.Neutral);
        Case("v=spf1 ?all", "198.51.100.7", SpfResult.Neutral);
        Case("v=spf1 mx:harbour.example -all", "198.51.100.7", SpfResult.Pass);
        Case("v=spf1 a:mail.harbour.example/28 -all", "198.51.100.1", SpfResult.Pass);
        Case("v=spf1 a:mail.harbour.example/28 -all", "198.51.100.17", SpfResult.Fail);
        Case("v=spf1 a:six.example//64 -all", "2001:db8::99", SpfResult.Pass);
        Case("v=spf1 a:six.example//64 -all", "2001:db8:0:1::99", SpfResult.Fail);
        Case("v=spf1 ip6:2001:db8::/32 -all", "2001:db8::1", SpfResult.Pass);
        Case("v=spf1 include:domain0.example -all", "198.51.100.7", SpfResult.Pass);
        Case("v=spf1 include:domain1.example -all", "198.51.100.7", SpfResult.Fail);
        Case("v=spf1 redirect=domain0.example", "198.51.100.7", SpfResult.Pass);
        Case("v=spf1 redirect=nowhere.example", "198.51.100.7", SpfResult.Broken);
        Case("v=spf1 exists:%{i}.example -all", "198.51.100.7", SpfResult.Unknown);
        Case("v=spf1 include:loop.example -all", "198.51.100.7", SpfResult.Broken);
        Case("v=spf1 include:nowhere.example -all", "198.51.100.7", SpfResult.Broken);
        Case("v=spf1 ip4:somewhere -all", "198.51.100.7", SpfResult.Broken);
        Case("v=spf2 ip4:198.51.100.0/24", "198.51.100.7", SpfResult.None);
        records.Add(NameServer.Text("loop.example", "v=spf1 include:loop.example -all"));
        records.AddRange([NameServer.Text("two.example", "v=spf1 +mx -all"), NameServer.Text("two.example", "v=spf1 -all")]);
        cases.Add(("two.example", "198.51.100.7", SpfResult.Broken));
        await using var server = await NameServer.OpenAsync(records);

        foreach (var (domain, sender, result) in cases)
            Assert.Equal((domain, result), (domain, await new SpfRecord(server.Dns).CheckAsync(domain, IPAddress.Parse(sender), default)));

        void Case(string record, string sender, SpfResult result)
        {
            var domain = $"domain{cases.Count}.example";
            records.Add(NameServer.Text(domain, record));
            cases.Add((domain, sender, result));
        }
    }
}
