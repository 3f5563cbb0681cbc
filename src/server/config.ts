import path from "node:path";
import { z } from "zod";
import { StartRefusal } from "#server/start-refusal.ts";

const text = z.string().trim().min(1);

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: text.default("127.0.0.1"),
    DATA_DIR: text.default("./var"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    KISALLI_MODE: z.enum(["demo", "production"]).default("demo"),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    KISALLI_SECRET: text.min(32).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
    MAIL_FROM: text.default("Kisälli <kisalli@example.org>"),
    SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_TOKEN: text.optional(),
    TIME_STAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
    DEMO_NOW: z.iso.datetime({ offset: true }).optional(),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  })
  .superRefine((settings, context) => {
    if (settings.KISALLI_MODE !== "production") return;
    for (const name of ["PUBLIC_URL", "KISALLI_SECRET", "SMTP_URL"] as const) {
      if (settings[name] === undefined) {
        context.addIssue({ code: "custom", path: [name], message: "is needed in production" });
      }
    }
    if (settings.DEMO_NOW !== undefined) {
      context.addIssue({ code: "custom", path: ["DEMO_NOW"], message: "is for the demo only" });
    }
    if (settings.KISALLI_SECRET === DEMO_SECRET) {
      context.addIssue({ code: "custom", path: ["KISALLI_SECRET"], message: "is the demo's" });
    }
  });

/** Keys the hashes of one-time codes; in the demo it protects invented people only. */
const DEMO_SECRET = "demo-secret-for-invented-people-only";

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly mode: "demo" | "production";
  /** Where readers reach the server; links in mail start with it. Undefined = the address it listens on. */
  readonly publicUrl: string | undefined;
  readonly secret: string;
  readonly smtpUrl: string | undefined;
  /** Of one session, or of one address without a session. Routes that open doors have lower limits of their own. */
  readonly requestsPerMinute: number;
  /** How many proxies stand in front: the caller's address is read from what the last of them says. */
  readonly trustedProxies: number;
  /** Where the demo's clock starts; undefined = the time it is. */
  readonly demoNow: Temporal.Instant | undefined;
  readonly mailFrom: string;
  /** A gateway for text messages and the bearer token it asks for; undefined = nobody is reached by phone. */
  readonly smsUrl: string | undefined;
  readonly smsToken: string | undefined;
  /** A time-stamp server (RFC 3161) that signed papers are stamped by; undefined = sealed without. */
  readonly timeStampUrl: string | undefined;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
};

/** Parses the environment once; throws a StartRefusal naming every wrong or missing setting. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new StartRefusal(
      "settings",
      `These settings are wrong or missing: ${faults.join("; ")}.`,
    );
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: path.resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    mode: settings.KISALLI_MODE,
    publicUrl: settings.PUBLIC_URL?.replace(/\/$/, ""),
    secret: settings.KISALLI_SECRET ?? DEMO_SECRET,
    smtpUrl: settings.SMTP_URL,
    requestsPerMinute: settings.REQUESTS_PER_MINUTE,
    trustedProxies: settings.TRUST_PROXY,
    demoNow: settings.DEMO_NOW === undefined ? undefined : Temporal.Instant.from(settings.DEMO_NOW),
    mailFrom: settings.MAIL_FROM,
    smsUrl: settings.SMS_URL,
    smsToken: settings.SMS_TOKEN,
    timeStampUrl: settings.TIME_STAMP_URL,
    logLevel: settings.LOG_LEVEL,
  };
}
