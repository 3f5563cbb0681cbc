import autocannon from "autocannon";
import { type Level, levelOf, type Speed, type Turn } from "./level.ts";
import type { Item, Traffic } from "./traffic.ts";

/** Requests one address may make of a door before it is another caller's turn; the door's limit is 60 a minute. */
const FROM_ONE_ADDRESS = 50;
let addresses = 0;

/** Loads the server over loopback: `warmUp` seconds unmeasured, then `seconds` measured. */
export async function loadServer(
  address: string,
  traffic: Pick<Traffic, "item" | "manyAddresses">,
  turn: Turn,
  level: Level,
): Promise<Speed> {
  await run(address, traffic, turn, { ...level, seconds: level.warmUp });
  return run(address, traffic, turn, level);
}

async function run(
  address: string,
  { item, manyAddresses }: Pick<Traffic, "item" | "manyAddresses">,
  turn: Turn,
  { connections, seconds }: Level,
): Promise<Speed> {
  const times: number[] = [];
  const refusals = new Map<number, number>();
  const begun = performance.now();
  let last = begun;
  await new Promise<void>((done, fail) => {
    const load = autocannon(
      {
        url: address,
        connections,
        duration: seconds,
        requests: [{ setupRequest: (request) => ({ ...request, ...asRequest(item(turn())) }) }],
        ...(manyAddresses
          ? { setupClient: comeFromElsewhere, reconnectRate: FROM_ONE_ADDRESS }
          : {}),
      },
      (error: unknown) => (error ? fail(asError(error)) : done()),
    );
    load.on("response", (_client, status, _bytes, milliseconds) => {
      last = performance.now();
      times.push(milliseconds);
      if (status >= 300) refusals.set(status, (refusals.get(status) ?? 0) + 1);
    });
  });
  if (refusals.size > 0) {
    const said = [...refusals].map(([status, count]) => `${count} times ${status}`).join(", ");
    throw new Error(`${address} refused ${said}: this measures nothing`);
  }
  return levelOf(times, last - begun);
}

function asRequest({ method, path, cookie, body, key, seen }: Item) {
  const headers: Record<string, string> = { "idempotency-key": key };
  if (seen !== undefined) headers["if-match"] = String(seen);
  if (cookie !== null) headers.cookie = `kisalli_session=${cookie}`;
  if (body === null) return { method, path, headers };
  headers["content-type"] = "application/json";
  return { method, path, headers, body: JSON.stringify(body) };
}

/**
 * Autocannon hands `port` to net.connect as it is, and that takes options too: here each connection gets
 * an address of its own out of 127.0.0.0/8, all of which is this machine (on Linux).
 */
function comeFromElsewhere(client: autocannon.Client): void {
  const options = "opts" in client ? client.opts : undefined;
  if (typeof options !== "object" || options === null || !("port" in options)) {
    throw new Error("autocannon keeps its options elsewhere now");
  }
  options.port = {
    port: options.port,
    host: "127.0.0.1",
    get localAddress() {
      addresses += 1;
      return `127.1.${(addresses >> 8) & 255}.${addresses & 255}`;
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
