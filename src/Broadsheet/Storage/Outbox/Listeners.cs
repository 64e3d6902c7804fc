namespace Broadsheet.Storage.Outbox;

/// <summary>Runs jobs of one kind. The class's name is the kind, so it is renamed only while no such job waits.</summary>
public interface IJob<in TWork>
{
    /// <summary>
    /// Does the work inside the transaction that marks it done, on the scope's <see cref="Newspaper"/>. Nothing outside the database
    /// may be waited for here. When it throws, what it changed is undone and it is called again later.
    /// </summary>
    /// <param name="key">The job's key: the same at each attempt.</param>
    Task RunAsync(TWork work, string key, CancellationToken stop);
}

/// <summary>Who runs a kind of job, and for a listener what it listens to and how long it waits.</summary>
/// <param name="ReachesOutside">Somebody outside would hear of it: a staging copy leaves it undone.</param>
public sealed record JobRegistration(string Name, Type Runner, Type Work, bool ListensToEvents, TimeSpan Wait, bool ReachesOutside);

/// <summary>Every kind of job this program can run.</summary>
public sealed class Listeners(IEnumerable<JobRegistration> registrations)
{
    private readonly Dictionary<string, JobRegistration> _byName = registrations.ToDictionary(one => one.Name);

    public JobRegistration? Named(string kind) => _byName.GetValueOrDefault(kind);

    public IEnumerable<JobRegistration> Of(Type happened) =>
        _byName.Values.Where(one => one.ListensToEvents && one.Work == happened);
}

public static class ListenerServices
{
    /// <summary>Has <typeparamref name="TListener"/> told, in the background, of every <typeparamref name="TEvent"/> recorded.</summary>
    /// <param name="wait">How long after the event it runs; outside effects wait so that a publication can be taken back.</param>
    /// <param name="reachesOutside">Whether mail, a webhook or a ping goes out. One that waits does by itself.</param>
    public static IServiceCollection AddListener<TEvent, TListener>(this IServiceCollection services, TimeSpan wait = default, bool reachesOutside = false)
        where TListener : class, IJob<TEvent> where TEvent : notnull
    {
        services.AddScoped<TListener>();
        return services.AddSingleton(new JobRegistration(typeof(TListener).Name, typeof(TListener), typeof(TEvent), true, wait, reachesOutside || wait > TimeSpan.Zero));
    }

    /// <summary>Has <typeparamref name="TRunner"/> run what is written down with <see cref="Newspaper.Enqueue{TJob}"/>.</summary>
    /// <param name="reachesOutside">Whether mail, a webhook or a ping goes out, or somebody is charged.</param>
    public static IServiceCollection AddJob<TWork, TRunner>(this IServiceCollection services, bool reachesOutside = false)
        where TRunner : class, IJob<TWork> where TWork : notnull
    {
        services.AddScoped<TRunner>();
        return services.AddSingleton(new JobRegistration(typeof(TWork).Name, typeof(TRunner), typeof(TWork), false, TimeSpan.Zero, reachesOutside));
    }
}
