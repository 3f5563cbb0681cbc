/** Notices go to standard error: standard output is for what was asked for. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Says why it cannot go on and ends the process with exit code 1. */
export function fail(sentence) {
  say(sentence.trim());
  process.exit(1);
}
