namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>How sandboxes are kept apart here.</summary>
internal enum Isolation
{
    /// <summary>Not at all: processes of the host with a home of their own.</summary>
    Plain,

    /// <summary>Bubblewrap, whose namespaces are entered by our own threads: only root may.</summary>
    Bubblewrap,

    /// <summary>Bubblewrap with a user namespace, which is entered by nsenter.</summary>
    UserBubblewrap,
}
