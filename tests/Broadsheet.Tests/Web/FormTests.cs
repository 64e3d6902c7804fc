using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Web;

public sealed class FormTests
{
    /// <summary>
    /// A field that the browser leaves out (every checkbox that is not ticked) must not turn a form away. The framework
    /// demands a value for each parameter of a constructor, nullable or not; properties may be absent.
    /// </summary>
    [Fact]
    public async Task Every_form_bears_fields_that_were_not_sent()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var forms = newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()).OfType<MethodInfo>()
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.GetCustomAttributes().OfType<IFromFormMetadata>().Any() && parameter.ParameterType.Assembly == typeof(Program).Assembly && parameter.ParameterType.IsClass)
            .Select(parameter => parameter.ParameterType).Distinct().ToList();

        Assert.NotEmpty(forms);
        Assert.DoesNotContain(forms, form => form.GetConstructor(Type.EmptyTypes) is null);
    }
}
