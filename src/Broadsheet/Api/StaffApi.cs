using Broadsheet.Accounts;
using Broadsheet.Api.Articles;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Api;

/// <summary>JSON over /api/v1, where wires, scripts and load tests come in. For staff only: it shows drafts.</summary>
public static class StaffApi
{
    private const int LargestRequest = 2_000_000;

    public static IServiceCollection AddStaffApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = Name);
        return services.AddScoped<ArticleWriting>();
    }

    /// <summary>Before the endpoints, so that everything that goes wrong in them is told as a problem document.</summary>
    public static void Use(WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseMiddleware<ApiProblems>());

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapStaffApi().WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        CreateArticle.Map(api);
        ShowArticle.Map(api);
        ChangeArticle.Map(api);
        PublishArticle.Map(api);
        ScheduleArticle.Map(api);
        WithdrawArticle.Map(api);
    }

    // The gate stands before the API's own answers and is Accounts'; what it says gets the API's names.
    private static void Name(ProblemDetailsContext context)
    {
        if (!context.HttpContext.Request.Path.StartsWithSegments("/api")) return;
        var kind = ProblemKind.Of(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode);
        (context.ProblemDetails.Type, context.ProblemDetails.Title) = (kind.With().Type, kind.Title);
    }
}
