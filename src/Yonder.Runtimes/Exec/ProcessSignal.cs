namespace Yonder.Runtimes.Exec;

/// <summary>The POSIX signals worth sending, by their Linux numbers.</summary>
public enum ProcessSignal
{
    /// <summary>No signal.</summary>
    None = 0,

    /// <summary>SIGHUP: the terminal went away.</summary>
    Hangup = 1,

    /// <summary>SIGINT: Ctrl-C.</summary>
    Interrupt = 2,

    /// <summary>SIGQUIT: Ctrl-\.</summary>
    Quit = 3,

    /// <summary>SIGKILL: cannot be refused.</summary>
    Kill = 9,

    /// <summary>SIGUSR1.</summary>
    User1 = 10,

    /// <summary>SIGUSR2.</summary>
    User2 = 12,

    /// <summary>SIGTERM: please end.</summary>
    Terminate = 15,

    /// <summary>SIGCONT: go on.</summary>
    Continue = 18,

    /// <summary>SIGSTOP: pause; cannot be refused.</summary>
    Stop = 19,
}
