import nodemailer from "nodemailer";
import { newId } from "#server/clock.ts";
import type { Config } from "#server/config.ts";
import type { Database, Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { Language } from "#shared/language.ts";

/** A letter to one person in their language; subject and body come from the message catalogue. */
export type Mail = {
  readonly providerId: string | null;
  readonly personId: string | null;
  readonly to: string;
  readonly language: Language;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
};

/** Puts the letter into the outbox and a job into the queue, both in the deed's transaction. */
export async function queueMail(
  house: House,
  tx: Tx,
  at: Temporal.Instant,
  mail: Mail,
): Promise<void> {
  const id = newId();
  await tx
    .insertInto("mail_message")
    .values({
      id,
      provider_id: mail.providerId,
      person_id: mail.personId,
      to_address: mail.to,
      language: mail.language,
      template: mail.template,
      subject: oneLine(mail.subject),
      body: mail.body,
      created_at: at.toString(),
    })
    .execute();
  await house.jobs.enqueue(tx, "mail.send", { mailId: id });
}

/** Header injection ends here: a subject is one line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").slice(0, 200);
}

type Transport = (message: {
  to: string;
  subject: string;
  text: string;
  messageId: string;
}) => Promise<void>;

/** The worker of "mail.send": hands each queued letter to SMTP once; in the demo it only marks it as shown. */
export function mailWorker(house: House): (payload: unknown) => Promise<void> {
  const transport = openTransport(house.config);
  return async (payload) => {
    const mailId = mailIdOf(payload);
    if (mailId !== undefined) await sendQueued(house, transport, mailId);
  };
}

function openTransport(config: Config): Transport | undefined {
  if (config.smtpUrl === undefined) return undefined;
  const smtp = nodemailer.createTransport(config.smtpUrl);
  return async (message) => {
    await smtp.sendMail({
      from: config.mailFrom,
      ...message,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  };
}

async function sendQueued(
  house: House,
  transport: Transport | undefined,
  id: string,
): Promise<void> {
  const letter = await findQueued(house.db, id);
  if (letter === undefined) return;
  try {
    await transport?.({
      to: letter.to_address,
      subject: letter.subject,
      text: letter.body ?? "",
      // The same letter tried twice keeps its Message-ID, so that a receiver can drop the double.
      messageId: `<${id}@kisalli>`,
    });
  } catch (error) {
    await house.db
      .updateTable("mail_message")
      .set((eb) => ({ tries: eb("tries", "+", 1), error: String(error).slice(0, 300) }))
      .where("id", "=", id)
      .execute();
    throw error;
  }
  await markSent(house, id, transport !== undefined);
}

function findQueued(db: Database, id: string) {
  return db
    .selectFrom("mail_message")
    .select(["to_address", "subject", "body"])
    .where("id", "=", id)
    .where("state", "=", "queued")
    .executeTakeFirst();
}

/** A sent letter's body is forgotten: it holds a personal link. The demo keeps it, to be looked at. */
async function markSent(house: House, id: string, sent: boolean): Promise<void> {
  await house.db
    .updateTable("mail_message")
    .set({
      state: sent ? "sent" : "shown",
      sent_at: house.clock.now().toString(),
      error: null,
      ...(house.config.mode === "production" ? { body: null } : {}),
    })
    .where("id", "=", id)
    .execute();
}

function mailIdOf(payload: unknown): string | undefined {
  if (typeof payload !== "object" || payload === null || !("mailId" in payload)) return undefined;
  return typeof payload.mailId === "string" ? payload.mailId : undefined;
}
