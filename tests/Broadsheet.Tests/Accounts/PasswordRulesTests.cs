using Broadsheet.Accounts;

namespace Broadsheet.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly string[] Known = ["Mara Lindqvist", "mara.lindqvist@harbour.example"];

    [Theory]
    [InlineData("Lantern gravel seven boats")]
    [InlineData("k7#mPq2!vX9z")]
    [InlineData("ארבע מילים בלי קשר")]
    [InlineData("harbour cranes at dusk")]
    public void These_are_taken(string password) => Assert.Null(PasswordRules.ProblemOf(password, Known));

    [Theory]
    [InlineData("", "password-short")]
    [InlineData("elevenchars", "password-short")]
    [InlineData("password1234", "password-common")]
    [InlineData("Password!!!!!", "password-common")]
    [InlineData("P4ssw0rd12345", "password-common")]
    [InlineData("123456789012", "password-common")]
    [InlineData("qwertyuiop123", "password-common")]
    [InlineData("footballfootball", "password-common")]
    [InlineData("aaaabbbbaaaa", "password-common")]
    [InlineData("2024dragon2024!", "password-common")]
    [InlineData("1qaz2wsx3edc", "password-common")]
    [InlineData("lindqvist1987", "password-personal")]
    [InlineData("Mara Lindqvist", "password-personal")]
    public void These_are_not(string password, string problem) => Assert.Equal(problem, PasswordRules.ProblemOf(password, Known));

    [Fact]
    public void No_length_is_cut_off_silently() => Assert.Equal("password-long", PasswordRules.ProblemOf(string.Concat(Enumerable.Repeat("long as a novel ", 13)), Known));
}
