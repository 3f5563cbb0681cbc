import nodemailer from "nodemailer";
import type { Config } from "#server/config.ts";

/** How a message reaches somebody: a letter to a box, or a text message to a mobile phone. */
export const CHANNELS = ["mail", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

export type Outgoing = {
  /** The same message tried twice keeps it, so that a receiver can drop the double. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly alternatives: readonly Part[];
  readonly attachments: readonly Part[];
};
type Part = { filename: string; contentType: string; content: Buffer };

/** Hands one message over; throws Undeliverable when trying again helps nobody, anything else when it may. */
export type Carrier = (message: Outgoing) => Promise<void>;

export class Undeliverable extends Error {}
/** There is no such box at the receiving server: nobody reads there. */
export class NoSuchBox extends Undeliverable {}

/** The demo sends nothing: what it would have sent is shown at /demo/messages. */
export function openCarriers(config: Config): Record<Channel, Carrier | undefined> {
  return { mail: openSmtp(config), sms: openGateway(config) };
}

/** Whether text messages can be sent, or are shown as if they were. */
export function canText({ mode, smsUrl }: Pick<Config, "mode" | "smsUrl">): boolean {
  return mode === "demo" || smsUrl !== undefined;
}

function openSmtp({ smtpUrl, mailFrom }: Config): Carrier | undefined {
  if (smtpUrl === undefined) return undefined;
  const smtp = nodemailer.createTransport(smtpUrl);
  return async ({ id, to, subject, text, alternatives, attachments }) => {
    try {
      await smtp.sendMail({
        ...{ from: mailFrom, to, subject, text, messageId: `<${id}@kisalli>` },
        ...{ alternatives: [...alternatives], attachments: [...attachments] },
        headers: { "Auto-Submitted": "auto-generated" },
      });
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  };
}

/** Replies by which a server says that it does not know the box (RFC 5321 §4.2.3), with or without RFC 3463's 5.1.x. */
const UNKNOWN_BOX = [550, 551, 553];
const ENHANCED = /\b5\.(\d+)\.\d+\b/;

/** What the receiving server refused for good (5xx); undefined when trying again may help. */
function refusalOf(error: unknown): Undeliverable | undefined {
  if (!(error instanceof Error) || !("responseCode" in error)) return undefined;
  const code = Number(error.responseCode);
  if (code < 500 || code > 599) return undefined;
  const subject = ENHANCED.exec(error.message)?.[1] ?? "1";
  const isUnknown = UNKNOWN_BOX.includes(code) && subject === "1";
  return isUnknown ? new NoSuchBox(error.message) : new Undeliverable(error.message);
}

const GATEWAY_MS = 10_000;
/** Answers of a gateway that ask for another try; every other 4xx is about the message itself. */
const TRY_AGAIN = [401, 403, 408, 425, 429];

/** Any gateway that takes {to, text, reference} as JSON with a bearer token; `to` is E.164. */
function openGateway({ smsUrl, smsToken }: Config): Carrier | undefined {
  if (smsUrl === undefined) return undefined;
  return async ({ id, to, text }) => {
    const answer = await fetch(smsUrl, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(smsToken === undefined ? {} : { Authorization: `Bearer ${smsToken}` }),
      },
      body: JSON.stringify({ to, text, reference: id }),
      signal: AbortSignal.timeout(GATEWAY_MS),
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    const about = `The text message gateway answered ${answer.status}`;
    const isForGood =
      answer.status >= 400 && answer.status < 500 && !TRY_AGAIN.includes(answer.status);
    throw isForGood ? new Undeliverable(about) : new Error(about);
  };
}
