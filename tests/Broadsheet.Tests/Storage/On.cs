using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Broadsheet.Tests.Storage;

/// <summary>The database under a test's newsroom.</summary>
public enum On { Sqlite, Postgres }

/// <summary>
/// Runs a theory on SQLite and again on PostgreSQL. The test's first parameter is an <see cref="On"/>; what is given here
/// follows it.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothAttribute(params object?[] more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<On>().Select(on => new TheoryDataRow([on, .. more]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
