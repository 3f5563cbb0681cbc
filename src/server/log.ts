import type { FastifyBaseLogger } from "fastify";
import type { LoggerOptions } from "pino";
import type { Config } from "#server/config.ts";

/** Log lines hold routes, codes and ids; whatever may name a person or open a door is taken out. */
export function logOptions(level: Config["logLevel"]): LoggerOptions {
  return {
    level,
    base: null,
    redact: {
      paths: [
        "req.headers",
        "req.url",
        "req.remoteAddress",
        "*.email",
        "*.phone",
        "*.token",
        "*.cookie",
        "err.parameters",
        "err.detail",
        "err.where",
      ],
      remove: true,
    },
  };
}

/** The part of pino's logger the house uses; Fastify's own name for it. */
export type Log = FastifyBaseLogger;
