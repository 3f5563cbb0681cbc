/** Loaded before a script that startNode starts: the script is asked to stop when its starter is gone. */
if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
