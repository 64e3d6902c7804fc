using System.Text.Json;
using Broadsheet.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Readers;

/// <summary>How a signed form was, when it came back.</summary>
public enum FormState
{
    Good,

    /// <summary>Sooner than a person can press a button.</summary>
    TooSoon,

    TooLate,

    /// <summary>Not signed by this paper, or not for this.</summary>
    Unknown,
}

/// <summary>
/// What a form on a page for one reader carries along: unreadable and unchangeable, with the time it was drawn. It gives no authority; it says
/// that a person had our page before her for two seconds, less than a day ago.
/// </summary>
public sealed class SignedForms(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Youngest = TimeSpan.FromSeconds(2), Oldest = TimeSpan.FromDays(1);

    public string Sign<T>(T form) => Protector<T>().Protect(JsonSerializer.Serialize(new Drawn<T>(form, clock.GetUtcNow()), Json.Compact));

    /// <summary>What was carried along; null only where the state is unknown.</summary>
    public (FormState State, T? Form) Open<T>(string? text) where T : class
    {
        if (Read<T>(text) is not { } drawn) return (FormState.Unknown, null);

        var age = clock.GetUtcNow() - drawn.At;
        return (age < Youngest ? FormState.TooSoon : age > Oldest ? FormState.TooLate : FormState.Good, drawn.Form);
    }

    private Drawn<T>? Read<T>(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<Drawn<T>>(Protector<T>().Unprotect(text), Json.Compact);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector<T>() => protection.CreateProtector("broadsheet.form", typeof(T).Name);

    private sealed record Drawn<T>(T Form, DateTimeOffset At);
}
