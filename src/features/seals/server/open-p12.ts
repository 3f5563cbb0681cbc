import { Worker } from "node:worker_threads";
import type { P12Reading } from "./read-p12.ts";

const SECONDS = 10;

/**
 * Reads a PKCS #12 beside the server: how long its password is stirred stands in the file itself, and a file
 * that asks for too much must keep nobody else waiting. One that takes too long is none that we can read.
 */
export async function openP12(bytes: Uint8Array, password: string): Promise<P12Reading> {
  const worker = new Worker(new URL("./p12-worker.ts", import.meta.url), {
    workerData: { bytes, password },
  });
  const late = Promise.withResolvers<P12Reading>();
  const timer = setTimeout(() => late.resolve("seal_not_p12"), SECONDS * 1_000);
  try {
    return await Promise.race([answerOf(worker), late.promise]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<P12Reading> {
  return new Promise((resolve, reject) => {
    worker.once("message", (read: P12Reading) => resolve(revived(read)));
    worker.once("error", reject);
  });
}

/** Buffers cross between threads as plain bytes. */
function revived(read: P12Reading): P12Reading {
  if (typeof read === "string") return read;
  return {
    privateKey: Buffer.from(read.privateKey),
    certificates: read.certificates.map((one) => Buffer.from(one)),
  };
}
