import { linkTo } from "./letters.ts";
import { expect, type Visitor } from "./visitor.ts";

type Message = { personName: string | null; subject: string };
type Choice = { id: string; givenName: string; familyName: string };
type Choices = { choices: { employer: Choice[] } };
type Me = { me: { personId: string } };

/** The six digits of the newest code that was sent to this person. */
export async function signingCodeOf(anyone: Visitor, name: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const { messages } = await anyone.read<{ messages: Message[] }>("/api/demo/messages");
    const about = messages.filter(({ personName }) => personName === name);
    code = about.map(({ subject }) => /\b\d{6}\b/.exec(subject)?.[0]).find(Boolean);
    expect(code, `a code to ${name}`).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return code ?? "";
}

/** Teacher and employer sign the placement's agreement, without looking at a page: for tests of what comes after. */
export async function makeSigned(
  teacher: Visitor,
  employer: Visitor,
  placementId: string,
): Promise<void> {
  const path = `/api/placements/${placementId}/agreements`;
  const { me } = await teacher.read<Me>("/api/me");
  const { choices } = await teacher.read<Choices>(path);
  const [signer] = choices.employer;
  const id = crypto.randomUUID();
  await send(teacher, path, {
    id,
    language: "fi",
    providerSignerId: me.personId,
    employer: { personId: signer?.id },
    guardian: null,
    employment: null,
  });
  await signWithCode(teacher, id, "provider", "Sanna Heikkilä");
  const name = `${signer?.givenName} ${signer?.familyName}`;
  const link = await linkTo(employer, name, /Sopimus allekirjoitettavaksi|Avtal att underteckna/);
  await send(employer, "/api/links/open", { token: link.split("/").at(-1), colleague: null });
  await signWithCode(employer, id, "employer", name);
}

async function signWithCode(visitor: Visitor, id: string, party: string, name: string) {
  const { textHash } = await visitor.read<{ textHash: string }>(`/api/agreements/${id}`);
  await send(visitor, `/api/agreements/${id}/codes`, { party });
  const code = await signingCodeOf(visitor, name);
  const body = { party, textHash, code, language: "fi" };
  await send(visitor, `/api/agreements/${id}/signatures`, body);
}

async function send({ context }: Visitor, path: string, data: object): Promise<void> {
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  const answer = await context.request.post(path, { data, headers });
  expect(answer.ok(), `POST ${path}: ${await answer.text()}`).toBe(true);
}
