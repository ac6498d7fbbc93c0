namespace AumgJury.Web.Storage;

/// <summary>A call has a journal with lines, but its key file is absent or empty.</summary>
public sealed class KeysMissing(string path) : IOException($"{path}: the key file of a journal that has lines is missing.");

/// <summary>A line of the key file other than a torn last one is not what was written.</summary>
public sealed class KeysDamaged(string path, int line) : IOException($"{path}: line {line} is damaged.")
{
    /// <summary>From 1.</summary>
    public int Line { get; } = line;
}

/// <summary>Something was to be sealed under a key that was destroyed.</summary>
public sealed class KeyDestroyed(string key) : InvalidOperationException($"The key {key} was destroyed.")
{
    public string Key { get; } = key;
}

/// <summary>Something is to be opened with a key that this file has never known.</summary>
public sealed class KeyUnknown(string key) : InvalidOperationException($"The key {key} is unknown: the key file is older than the journal.")
{
    public string Key { get; } = key;
}

/// <summary>A new key could not be made durable.</summary>
/// <param name="mayRetry">True for a full disk; false when the ring makes no more keys until it is loaded anew.</param>
public sealed class KeyNotKept(string key, bool mayRetry, Exception? inner = null) : IOException($"The key {key} was not kept.", inner)
{
    public string Key { get; } = key;

    public bool MayRetry { get; } = mayRetry;
}

/// <summary>Sealed bytes that do not open under their key.</summary>
public sealed class SealBroken(string key) : InvalidOperationException($"What was sealed under {key} does not open.")
{
    public string Key { get; } = key;
}
