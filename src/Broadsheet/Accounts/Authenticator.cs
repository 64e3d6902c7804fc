using System.Security.Cryptography;

namespace Broadsheet.Accounts;

/// <summary>An authenticator app's secret and the recovery codes that stand in for it. Stored as one JSON value.</summary>
/// <param name="LastStep">The newest time step whose code was used; no code of it or before it is taken again.</param>
/// <param name="RecoveryCodes">Hashes of the codes not used yet.</param>
public sealed record Authenticator(string Secret, DateTimeOffset Since, long LastStep, IReadOnlyList<string> RecoveryCodes)
{
    private const int RecoveryCodeCount = 10;

    /// <summary>A new one, with its recovery codes as they are shown, once.</summary>
    public static (Authenticator Authenticator, IReadOnlyList<string> RecoveryCodes) New(string secret, long firstStep, DateTimeOffset now)
    {
        var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => NewRecoveryCode()).ToList();
        return (new(secret, now, firstStep, [.. codes.Select(HashOf)]), codes);
    }

    /// <summary>What remains after <paramref name="code"/> was used, or null when it is not a good one.</summary>
    public Authenticator? Accept(string code, DateTimeOffset now)
    {
        if (TimeCode.StepOf(code, Secret, now) is { } step) return step > LastStep ? this with { LastStep = step } : null;

        var hash = HashOf(code);
        return RecoveryCodes.Contains(hash) ? this with { RecoveryCodes = [.. RecoveryCodes.Where(one => one != hash)] } : null;
    }

    // 20 letters of 32: 100 bits, so that a plain hash is enough. No 0, 1, 8 or 9 to mistake for a letter.
    private static string NewRecoveryCode() =>
        string.Join('-', RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 20).Chunk(5).Select(part => new string(part)));

    private static string HashOf(string code) =>
        Convert.ToHexString(Accounts.Secret.HashOf(code.Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant()));
}
