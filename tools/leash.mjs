/**
 * Loaded before a script that startNode starts: the script is asked to stop when its starter is gone.
 * The workers that some scripts fork inherit Node's options, but have another starter.
 */
if (process.channel && process.env.KISALLI_STARTER === String(process.ppid)) {
  process.channel.unref();
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
