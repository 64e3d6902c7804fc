using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Broadsheet.Storage.Changes;

/// <summary>Makes an entity as EF would, and notes its row in what the page reads (<see cref="Newspaper.Reads"/>). Compiled into each query once.</summary>
internal sealed class NotedBinding(InstantiationBinding inner, string table, IProperty key) : InstantiationBinding(inner.ParameterBindings)
{
    private static readonly MethodInfo NoteMethod = typeof(NotedBinding).GetMethod(nameof(Note), BindingFlags.NonPublic | BindingFlags.Static)!;

    public override Type RuntimeType => inner.RuntimeType;

    public override Expression CreateConstructorExpression(ParameterBindingInfo bindingInfo) => Expression.Convert(
        Expression.Call(
            NoteMethod.MakeGenericMethod(key.ClrType),
            new ContextParameterBinding(typeof(DbContext)).BindToParameter(bindingInfo),
            Expression.Constant(table),
            new PropertyParameterBinding(key).BindToParameter(bindingInfo),
            inner.CreateConstructorExpression(bindingInfo)),
        RuntimeType);

    public override InstantiationBinding With(IReadOnlyList<ParameterBinding> parameterBindings) => new NotedBinding(inner.With(parameterBindings), table, key);

    private static object Note<TKey>(DbContext context, string table, TKey key, object instance)
    {
        if (context is not Newspaper { Reads: { } reads }) return instance;

        reads.Add(ChangeKey.Row(table, key!));
        if (instance is IShownUntil shown) reads.Add(shown);
        return instance;
    }
}
