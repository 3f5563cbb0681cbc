import type { Page } from "@playwright/test";
import { arrived } from "./good-page.ts";
import { expect, type Visitor } from "./visitor.ts";

type Message = { personName: string | null; subject: string; body: string };

/** Waits for the newest letter to this person about this; the address of its personal link. */
export async function linkTo(anyone: Visitor, name: string, about: RegExp): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const { messages } = await anyone.read<{ messages: Message[] }>("/api/demo/messages");
    const letter = messages.find((one) => one.personName === name && about.test(one.subject));
    link = /https?:\/\/\S+(\/l\/\S+)/.exec(letter?.body ?? "")?.[1];
    expect(link, `a letter to ${name} with a personal link`).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return link ?? "";
}

/** A teacher presses "send the link" on the placement: the newest link, and the older ones end. */
export async function sendLink(teacher: Visitor, placementId: string): Promise<void> {
  const path = `/api/placements/${placementId}/tutor/links`;
  const answer = await teacher.context.request.post(path, {
    headers: { "Idempotency-Key": crypto.randomUUID() },
  });
  expect(answer.ok(), `POST ${path}: ${await answer.text()}`).toBe(true);
}

/** The landing page's one tap, by the person the link is for. */
export async function tapOpen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Avaa", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/l/"));
  await arrived(page);
}
