return await Broadsheet.Commands.CommandLine.RunAsync(args);
