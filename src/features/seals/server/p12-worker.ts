import { parentPort, workerData } from "node:worker_threads";
import { readP12 } from "./read-p12.ts";

const { bytes, password }: { bytes: Uint8Array; password: string } = workerData;
parentPort?.postMessage(readP12(bytes, password));
