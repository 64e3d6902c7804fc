using Broadsheet.Storage;
using Npgsql;

namespace Broadsheet.Tests.Storage;

public sealed class PostgresConnectionsTests
{
    [Theory]
    [InlineData("Host=db;Database=paper", 200)]
    [InlineData("Host=db;Database=paper;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Database=paper;maxautoprepare=7", 7)]
    public void Questions_are_prepared_unless_the_operator_says_otherwise(string said, int prepared)
    {
        var opened = new NpgsqlConnectionStringBuilder(PostgresConnections.To(said));

        Assert.Equal((prepared, "db", "paper"), (opened.MaxAutoPrepare, opened.Host, opened.Database));
    }
}
