using System.CommandLine;
using Yonder.Cli.Commands;

var root = new RootCommand("Work with remote runtimes: containers, SSH hosts, notebooks, this machine.") { ServeCommand.Create() };
return await root.Parse(args).InvokeAsync();
