using Yonder.Cli;

return await CommandLine.RunAsync(args);
