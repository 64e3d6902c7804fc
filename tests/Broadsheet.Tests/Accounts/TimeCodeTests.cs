using Broadsheet.Accounts;

namespace Broadsheet.Tests.Accounts;

public sealed class TimeCodeTests
{
    // RFC 6238, appendix B: the ASCII secret 12345678901234567890 in base 32, SHA-1; the last six of its eight digits.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, TimeCode.At(now, Secret));
        Assert.Equal(seconds / 30, TimeCode.StepOf(code.Insert(3, " "), Secret, now));
    }

    [Fact]
    public void A_clock_may_be_half_a_minute_off_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        Assert.NotNull(TimeCode.StepOf(TimeCode.At(now.AddSeconds(-30), Secret), Secret, now));
        Assert.NotNull(TimeCode.StepOf(TimeCode.At(now.AddSeconds(30), Secret), Secret, now));
        Assert.Null(TimeCode.StepOf(TimeCode.At(now.AddSeconds(-61), Secret), Secret, now));
        Assert.Null(TimeCode.StepOf("", Secret, now));
        Assert.Null(TimeCode.StepOf("abcdefghij", Secret, now));
    }

    [Fact]
    public void An_older_code_is_refused_after_a_newer_one()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var (authenticator, _) = Authenticator.New(Secret, 0, now);

        var after = authenticator.Accept(TimeCode.At(now, Secret), now)!;

        Assert.Null(after.Accept(TimeCode.At(now, Secret), now));
        Assert.Null(after.Accept(TimeCode.At(now.AddSeconds(-30), Secret), now));
        Assert.NotNull(after.Accept(TimeCode.At(now.AddSeconds(30), Secret), now.AddSeconds(30)));
    }

    [Fact]
    public void New_secrets_have_160_bits_of_base_32() => Assert.Matches("^[A-Z2-7]{32}$", TimeCode.NewSecret());
}
