/** Uses the embedded database of the folder it is given until it is told to stop; started by tests. */
import { startEmbedded } from "#server/database/embedded.ts";
import { StartRefusal } from "#server/start-refusal.ts";

const [dataDir = ""] = process.argv.slice(2);

try {
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  process.on("SIGTERM", () => {
    void embedded.stop().then(() => process.exit(0));
  });
  // Until then; nothing else keeps the process alive.
  setInterval(() => undefined, 2 ** 30);
  console.log(JSON.stringify({ url: embedded.url, startedHere: embedded.startedHere }));
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : undefined;
  console.log(JSON.stringify({ code: refusal?.code ?? "bug", message: String(error) }));
  process.exit(1);
}
