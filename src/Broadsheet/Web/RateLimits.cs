using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Broadsheet.Web;

/// <summary>How often something may be tried before it must wait.</summary>
/// <param name="PerAddress">In ten minutes from one address (IPv6: one /64).</param>
/// <param name="Altogether">In ten minutes by everybody: what a botnet of many addresses runs into.</param>
public sealed record Brake(string Name, int PerAddress, int Altogether)
{
    public static readonly Brake SignIn = new("sign-in", 30, 600);
    public static readonly Brake SetUp = new("set-up", 20, 60);
    public static readonly Brake Invitation = new("invitation", 30, 300);
    public static readonly Brake Review = new("review", 120, 2_000);
    public static readonly Brake Api = new("api", 6_000, 60_000);
}

/// <summary>The brakes on doors that a stranger can rattle. Kept in memory: a restart lets go of them, which nobody outside can cause.</summary>
public sealed class RateLimits : IDisposable
{
    /// <summary>Tries at one account in ten minutes, from wherever. A passkey still opens it meanwhile.</summary>
    public const int PerAccount = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<(Brake Brake, IPAddress Address)> _byAddress =
        PartitionedRateLimiter.Create<(Brake Brake, IPAddress Address), (string, IPAddress)>(one => Bucket((one.Brake.Name, Network(one.Address)), one.Brake.PerAddress));

    private readonly PartitionedRateLimiter<Brake> _altogether =
        PartitionedRateLimiter.Create<Brake, string>(brake => Bucket(brake.Name, brake.Altogether));

    private readonly PartitionedRateLimiter<string> _byAccount =
        PartitionedRateLimiter.Create<string, string>(account => Bucket(account, PerAccount));

    /// <summary>Throws <see cref="TooManyTriesException"/> when the address, or everybody together, tried too often.</summary>
    public void Check(Brake brake, IPAddress? address)
    {
        Take(_byAddress.AttemptAcquire((brake, address ?? IPAddress.None)));
        Take(_altogether.AttemptAcquire(brake));
    }

    /// <summary>The same for who is not told to wait: whether the address, and everybody together, may.</summary>
    public bool Allows(Brake brake, IPAddress? address)
    {
        using var own = _byAddress.AttemptAcquire((brake, address ?? IPAddress.None));
        if (!own.IsAcquired) return false;
        using var all = _altogether.AttemptAcquire(brake);
        return all.IsAcquired;
    }

    /// <inheritdoc cref="Check(Brake, IPAddress?)"/>
    /// <param name="account">The address typed, whether or not such an account exists: the answer must not tell.</param>
    public void CheckAccount(string account) => Take(_byAccount.AttemptAcquire(account.Trim().ToUpperInvariant()));

    public void Dispose()
    {
        _byAddress.Dispose();
        _altogether.Dispose();
        _byAccount.Dispose();
    }

    private static void Take(RateLimitLease lease)
    {
        using (lease)
        {
            if (!lease.IsAcquired) throw new TooManyTriesException(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
        }
    }

    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, int tries) where TKey : notnull =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = tries, Window = Window, SegmentsPerWindow = 10, QueueLimit = 0 });

    // One household or attacker holds a whole /64 of IPv6: counting single addresses would count nothing.
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}

public sealed class TooManyTriesException(TimeSpan wait)
    : RefusalException(Text.T("problem.too-many-tries", ("minutes", (int)Math.Ceiling(wait.TotalMinutes))), StatusCodes.Status429TooManyRequests)
{
    public int Seconds { get; } = (int)Math.Ceiling(Math.Max(1, wait.TotalSeconds));
}

public static class RateLimited
{
    /// <summary>Counts each request against <paramref name="brake"/> before the endpoint runs, and says when to come back.</summary>
    public static TBuilder Braked<TBuilder>(this TBuilder endpoint, Brake brake) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            try
            {
                context.RequestServices.GetRequiredService<RateLimits>().Check(brake, context.Connection.RemoteIpAddress);
                return await next(invocation);
            }
            catch (TooManyTriesException tooMany)
            {
                // Not left to the exception handler, which clears all headers.
                context.Response.Headers.RetryAfter = tooMany.Seconds.ToString(CultureInfo.InvariantCulture);
                return Refusals.Answer(context, tooMany);
            }
        });
}
