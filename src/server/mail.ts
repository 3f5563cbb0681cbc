import { type Channel, NoSuchBox, openCarriers, Undeliverable } from "#server/carriers.ts";
import { newId } from "#server/clock.ts";
import type { Database, Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { Language } from "#shared/language.ts";

/** A letter or text message to one person in their language; its words come from the message catalogue. */
export type Mail = {
  /** By post to a box if nothing else is said; a text message goes to a number as E.164 and has no subject on the phone. */
  readonly channel?: Channel;
  readonly providerId: string | null;
  readonly personId: string | null;
  readonly to: string;
  readonly language: Language;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  /** The agreement it is about: its page tells when a letter went and whether it came back. */
  readonly agreementId?: string;
  readonly parts?: readonly MailPart[];
};

/** What a letter carries beside its text: the same said in another way (a calendar's), or a file. */
export type MailPart = {
  readonly kind: "alternative" | "attachment";
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
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
      channel: mail.channel ?? "mail",
      to_address: mail.to,
      language: mail.language,
      template: mail.template,
      agreement_id: mail.agreementId ?? null,
      subject: oneLine(mail.subject),
      body: mail.body,
      created_at: at.toString(),
    })
    .execute();
  await saveParts(tx, id, mail.parts ?? []);
  await house.jobs.enqueue(tx, "mail.send", { mailId: id });
}

async function saveParts(tx: Tx, mailId: string, parts: readonly MailPart[]): Promise<void> {
  if (parts.length === 0) return;
  const rows = parts.map((part, position) => ({
    mail_id: mailId,
    position,
    kind: part.kind,
    file_name: oneLine(part.fileName),
    media_type: part.mediaType,
    bytes: Buffer.from(part.bytes),
  }));
  await tx.insertInto("mail_part").values(rows).execute();
}

/** Header injection ends here: a subject is one line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").slice(0, 200);
}

const ZONE = "Europe/Helsinki";
/** By then the eight tries of a letter's own job are over. */
const GIVEN_UP_MINUTES = 30;
/** A receiver that has been away this long is not coming back for this letter. */
const LOST_HOURS = 72;

export async function startMail(house: House): Promise<void> {
  await house.jobs.work("mail.send", mailWorker(house));
  await house.jobs.work("mail.leftovers", () => queueLeftLetters(house));
  await house.jobs.schedule("mail.leftovers", "*/30 * * * *", ZONE);
}

/** Letters that are still waiting after their job was given up are tried again; after three days they have failed. */
export async function queueLeftLetters(house: House): Promise<void> {
  const at = house.clock.now();
  await house.db.transaction().execute(async (tx) => {
    await tx
      .updateTable("mail_message")
      .set({ state: "failed" })
      .where("state", "=", "queued")
      .where("created_at", "<", at.subtract({ hours: LOST_HOURS }).toString())
      .execute();
    const left = await tx
      .selectFrom("mail_message")
      .select("id")
      .where("state", "=", "queued")
      .where("created_at", "<", at.subtract({ minutes: GIVEN_UP_MINUTES }).toString())
      .orderBy("created_at")
      .limit(500)
      .execute();
    for (const { id } of left) await house.jobs.enqueue(tx, "mail.send", { mailId: id });
  });
}

/** The worker of "mail.send": hands each queued message to its carrier once; in the demo it only marks it as shown. */
export function mailWorker(house: House): (payload: unknown) => Promise<void> {
  const carriers = openCarriers(house.config);
  return async (payload) => {
    const mailId = mailIdOf(payload);
    if (mailId !== undefined) await sendQueued(house, carriers, mailId);
  };
}

async function sendQueued(
  house: House,
  carriers: ReturnType<typeof openCarriers>,
  id: string,
): Promise<void> {
  const message = await findQueued(house.db, id);
  if (message === undefined) return;
  const carrier = carriers[message.channel === "sms" ? "sms" : "mail"];
  const parts = await findParts(house.db, id);
  try {
    if (carrier === undefined && house.config.mode === "production") {
      throw new Undeliverable(`nothing carries ${message.channel}`);
    }
    await carrier?.({
      id,
      to: message.to_address,
      subject: message.subject,
      text: message.body ?? "",
      alternatives: partsOf(parts, "alternative"),
      attachments: partsOf(parts, "attachment"),
    });
  } catch (error) {
    await keepFailure(house.db, id, error);
    if (error instanceof Undeliverable) return;
    throw error;
  }
  await markSent(house, id, carrier !== undefined);
}

async function keepFailure(db: Database, id: string, error: unknown): Promise<void> {
  await db
    .updateTable("mail_message")
    .set((eb) => ({
      tries: eb("tries", "+", 1),
      error: String(error).slice(0, 300),
      ...(error instanceof Undeliverable
        ? { state: "failed", box_gone: error instanceof NoSuchBox }
        : {}),
    }))
    .where("id", "=", id)
    .execute();
}

function findQueued(db: Database, id: string) {
  return db
    .selectFrom("mail_message")
    .select(["channel", "to_address", "subject", "body"])
    .where("id", "=", id)
    .where("state", "=", "queued")
    .executeTakeFirst();
}

function findParts(db: Database, mailId: string) {
  return db
    .selectFrom("mail_part")
    .select(["kind", "file_name", "media_type", "bytes"])
    .where("mail_id", "=", mailId)
    .orderBy("position")
    .execute();
}

type PartRow = Awaited<ReturnType<typeof findParts>>[number];

function partsOf(parts: readonly PartRow[], kind: MailPart["kind"]) {
  return parts
    .filter((part) => part.kind === kind)
    .map(({ file_name, media_type, bytes }) => ({
      filename: file_name,
      contentType: media_type,
      content: bytes,
    }));
}

/**
 * A sent letter's words are forgotten: they hold a personal link or a code. The demo keeps it, to be looked at. What went
 * with it is erased in the same transaction.
 */
async function markSent(house: House, id: string, sent: boolean): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    await saveSent(house, tx, id, sent);
    if (sent) await tx.deleteFrom("mail_part").where("mail_id", "=", id).execute();
  });
}

async function saveSent(house: House, tx: Tx, id: string, sent: boolean): Promise<void> {
  await tx
    .updateTable("mail_message")
    .set({
      state: sent ? "sent" : "shown",
      sent_at: house.clock.now().toString(),
      error: null,
      ...(house.config.mode === "production" ? { body: null, subject: "" } : {}),
    })
    .where("id", "=", id)
    .execute();
}

function mailIdOf(payload: unknown): string | undefined {
  if (typeof payload !== "object" || payload === null || !("mailId" in payload)) return undefined;
  return typeof payload.mailId === "string" ? payload.mailId : undefined;
}
