namespace Broadsheet.Machine;

/// <summary>
/// What the operator of the machine decides, as opposed to the publisher of the paper. Read, later winning, from
/// <c>broadsheet.json</c> in the data folder, from <c>BROADSHEET_…</c> variables of the environment
/// (<c>BROADSHEET_PAPER__ADDRESS</c> for <c>Paper:Address</c>) and from the command line.
/// Every setting is described in docs/operating.md; a test says when one is missing there.
/// </summary>
public sealed record MachineSettings
{
    /// <summary>The folder in which everything lies that a backup must hold. Made when absent.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>A PostgreSQL connection string. Empty: SQLite in the data folder.</summary>
    public string Database { get; init; } = "";

    /// <summary>Seconds for which mails, webhooks and pings about a publication wait, so that it can be taken back in silence.</summary>
    public int TakeBackSeconds { get; init; } = 60;

    /// <summary>Networks (CIDR) and addresses of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, comma separated.</summary>
    public string Proxies { get; init; } = "";

    /// <summary>
    /// A copy of a paper, to try things on. It says so on every page, search engines are sent away, reads are not counted, and
    /// nothing of it reaches anybody outside.
    /// </summary>
    public bool Staging { get; init; }

    /// <summary>Whether mail, webhooks, pings and charges go out. Whatever reaches the world outside asks here, and nowhere else.</summary>
    public bool MayReachOutside => !Staging;

    /// <summary>
    /// Hosts or addresses with their port, comma separated, that the program may ask although they lie in the machine's own network. Empty: none.
    /// </summary>
    public string OutboundAllow { get; init; } = "";

    public PaperAddress Paper { get; init; } = new();

    public PressMemory Press { get; init; } = new();

    public EdgeSettings Edge { get; init; } = new();

    public MailSettings Mail { get; init; } = new();

    public ReaderSettings Readers { get; init; } = new();

    public StripeSettings Stripe { get; init; } = new();

    public string DatabaseFile => Path.Combine(Data, "broadsheet.db");
    public bool OnPostgres => Database.Length > 0;

    /// <summary>Reads the settings and makes the data folder.</summary>
    /// <param name="commandLine">Settings by name, as given on the command line; nulls are passed over.</param>
    public static MachineSettings Read(IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var given = commandLine.Where(pair => pair.Value is not null).ToList();
        var first = new ConfigurationBuilder().AddEnvironmentVariables("BROADSHEET_").AddInMemoryCollection(given).Build();
        var data = Path.GetFullPath(first["Data"] ?? "data");

        var all = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(data, "broadsheet.json"), optional: true)
            .AddEnvironmentVariables("BROADSHEET_")
            .AddInMemoryCollection(given)
            .Build();
        var settings = (all.Get<MachineSettings>() ?? new MachineSettings()) with { Data = data };

        Directory.CreateDirectory(data);
        return settings;
    }
}

public sealed record PressMemory
{
    /// <summary>Megabytes that made pages may take in memory, compressed. 0: every page is made anew for every reader.</summary>
    public int MemoryMegabytes { get; init; } = 64;

    /// <summary>Megabytes that made pages may take in the data folder, where they outlast a restart. 0: none is kept there.</summary>
    public int DiskMegabytes { get; init; } = 1024;
}

public sealed record PaperAddress
{
    /// <summary>Where readers find the paper, such as <c>https://www.example.org</c>. Required unless every URL listened on is loopback.</summary>
    public string Address { get; init; } = "";
}
