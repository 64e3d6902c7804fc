using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Web;

public sealed class GeneratedEndpointTests
{
    // What binds a request to a handler is written by the request delegate generator. What it does not know (a form bound to a type of ours) would be
    // compiled from expression trees at every start, and kept in memory for as long as the program runs (decision 56).
    [Fact]
    public async Task What_binds_requests_is_written_when_the_program_is_built()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var endpoints = newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 400);
        Assert.Equal("", string.Join('\n', endpoints.Where(endpoint => endpoint.RequestDelegate?.Method.DeclaringType?.FullName?.StartsWith("Microsoft.AspNetCore.Http.RequestDelegateFactory", StringComparison.Ordinal) == true)
            .Select(endpoint => endpoint.DisplayName)));
    }
}
