using Broadsheet.Accounts;
using Broadsheet.Api.Articles;
using Broadsheet.Api.Contributors;
using Broadsheet.Api.Corrections;
using Broadsheet.Api.Description;
using Broadsheet.Api.Editions;
using Broadsheet.Api.Pictures;
using Broadsheet.Api.Sections;
using Broadsheet.Api.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Api;

/// <summary>JSON over /api/v1, where wires, scripts and load tests come in. For staff only: it shows drafts.</summary>
public static class StaffApi
{
    private const int LargestRequest = 2_000_000;

    public static IServiceCollection AddStaffApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddApiDescription();
        services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = Name);
        return services.AddScoped<ArticleWriting>().AddScoped<BodyReading>().AddScoped<BodyReferences>();
    }

    /// <summary>Before the endpoints, so that everything that goes wrong in them is told as a problem document.</summary>
    public static void Use(WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseMiddleware<ApiProblems>());

    public static void Map(IEndpointRouteBuilder app)
    {
        ApiDescription.Map(app);
        ApiPage.Map(app);
        var api = app.MapStaffApi().WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        MapArticles(api);
        MapPictures(api);
        ListSections.Map(api);
        CreateSection.Map(api);
        ChangeSection.Map(api);
        ListTopics.Map(api);
        CreateTopic.Map(api);
        ChangeTopic.Map(api);
        ListContributors.Map(api);
        CreateContributor.Map(api);
        ChangeContributor.Map(api);
        ListEditions.Map(api);
        CreateEdition.Map(api);
        ChangeEdition.Map(api);
    }

    private static void MapArticles(IEndpointRouteBuilder api)
    {
        ListArticles.Map(api);
        CreateArticle.Map(api);
        ShowArticle.Map(api);
        ChangeArticle.Map(api);
        PublishArticle.Map(api);
        TakeBackArticle.Map(api);
        ScheduleArticle.Map(api);
        EmbargoArticle.Map(api);
        WithdrawArticle.Map(api);
        HideArticle.Map(api);
        DeleteArticle.Map(api);
        ListVersions.Map(api);
        ListCorrections.Map(api);
        MakeCorrection.Map(api);
        AmendCorrection.Map(api);
    }

    private static void MapPictures(IEndpointRouteBuilder api)
    {
        ListPictures.Map(api);
        UploadPicture.Map(api);
        ShowPicture.Map(api);
        ChangePicture.Map(api);
        AllowWithoutCredit.Map(api);
    }

    // The gate stands before the API's own answers and is Accounts'; what it says gets the API's names.
    private static void Name(ProblemDetailsContext context)
    {
        if (!context.HttpContext.Request.Path.StartsWithSegments("/api")) return;
        var kind = ProblemKind.Of(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode);
        (context.ProblemDetails.Type, context.ProblemDetails.Title) = (kind.With().Type, kind.Title);
    }
}
