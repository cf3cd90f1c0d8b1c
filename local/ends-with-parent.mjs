// Preloaded into a program that knows nothing of its parent: should the parent be killed, the
// program goes with all that it started, for it leads a process group of its own.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
// The message channel alone is no reason to stay.
process.channel.unref();
// What the program forks in turn has another parent, and a message channel that it needs.
process.execArgv.splice(process.execArgv.indexOf(import.meta.url) - 1, 2);
