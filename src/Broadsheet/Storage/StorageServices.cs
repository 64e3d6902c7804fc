using Broadsheet.Machine;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Storage;

public static class StorageServices
{
    /// <summary>Registers <see cref="Newspaper"/> on the database that the machine's settings name, and the worker of jobs.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, MachineSettings machine)
    {
        services.AddSingleton<WriteLane>();
        services.AddSingleton<SoleWork>();
        services.AddSingleton(new FileStore(Path.Combine(machine.Data, "files")));
        services.AddSingleton<Listeners>();
        services.AddSingleton<ChangeFeed>().AddSingleton<ChangeReader>().AddSingleton<ChangePoll>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangePoll>());
        services.AddSingleton<JobWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());

        if (machine.OnPostgres)
        {
            services.AddHostedService<ChangeHint>();
            services.AddDbContext<PostgresNewspaper>((provider, options) => options.UseNpgsql(PostgresConnections.To(machine.Database)).AddInterceptors(Interceptors(provider)), optionsLifetime: ServiceLifetime.Singleton);
            services.AddScoped<Newspaper>(provider => provider.GetRequiredService<PostgresNewspaper>());
        }
        else
        {
            services.AddDbContext<SqliteNewspaper>((provider, options) => options
                .UseSqlite(SqliteConnections.To(machine.DatabaseFile))
                .AddInterceptors(Interceptors(provider).Prepend(new SqlitePragmas())), optionsLifetime: ServiceLifetime.Singleton);
            services.AddScoped<Newspaper>(provider => provider.GetRequiredService<SqliteNewspaper>());
            services.AddHostedService<TableStatistics>();
        }
        return services;
    }

    // A feature that must see each save, by whatever road it comes, registers an ISaveChangesInterceptor.
    private static IEnumerable<IInterceptor> Interceptors(IServiceProvider provider) => [new WriteGuard(), ReadRecorder.Instance, .. provider.GetServices<ISaveChangesInterceptor>()];
}
