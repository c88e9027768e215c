namespace Yonder.Runtimes.Registry;

/// <summary>Where the registry's records survive a restart. What a method has returned from is on disk.</summary>
public interface IRuntimeStore
{
    /// <summary>Reads every record.</summary>
    ValueTask<IReadOnlyList<RuntimeRecord>> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a record.</summary>
    /// <exception cref="RuntimeException">Its owner has one of this name already (<see cref="RuntimeError.AlreadyExists"/>): another gateway on the same database took it.</exception>
    ValueTask AddAsync(RuntimeRecord record, CancellationToken cancellationToken = default);

    /// <summary>Replaces a record. Does nothing when it is not there.</summary>
    ValueTask UpdateAsync(RuntimeRecord record, CancellationToken cancellationToken = default);

    /// <summary>Removes a record. Does nothing when it is not there.</summary>
    ValueTask RemoveAsync(RuntimeId id, CancellationToken cancellationToken = default);
}
