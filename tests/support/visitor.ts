import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
  type Response,
} from "@playwright/test";
import { watchFaults } from "./faults.ts";

export { expect };

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A person at a device of their own: one browser context, one page, everything that goes wrong in it. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** From here on an answer with this status is part of the story. */
  expects(status: number): void;
  /** From here on requests may fail: the network is away. */
  expectsNoNetwork(): void;
  /** Reads the answer of a GET as this person. */
  read<T>(path: string): Promise<T>;
  /** Every text the server has sent to this browser so far. */
  received(): Promise<string>;
};

type People = { people: { personId: string; givenName: string; familyName: string }[] };

type Fixtures = {
  /** Somebody who has only the address. */
  anyone: (device: BrowserContextOptions) => Promise<Visitor>;
  /** One of the demo's people, signed in, by full name. */
  visitor: (name: string, device: BrowserContextOptions) => Promise<Visitor>;
};

export const test = base.extend<Fixtures>({
  anyone: async ({ browser }, use) => {
    const open: { visitor: Visitor; faults: string[] }[] = [];
    await use(async (device) => {
      const context = await browser.newContext({ ...device, reducedMotion: "reduce" });
      const opened = await visitorOf(context);
      open.push(opened);
      return opened.visitor;
    });
    const faults = open.flatMap((one) => one.faults);
    for (const { visitor } of open) await visitor.context.close();
    expect(faults, "what went wrong in the browser").toEqual([]);
  },
  visitor: async ({ anyone }, use) => {
    await use(async (name, device) => {
      const visitor = await anyone(device);
      const { people } = await visitor.read<People>("/api/demo/people");
      const person = people.find((one) => `${one.givenName} ${one.familyName}` === name);
      expect(person, `${name} is in the demo`).toBeDefined();
      const answer = await visitor.context.request.post("/api/demo/sessions", {
        data: { personId: person?.personId },
        headers: { "Idempotency-Key": crypto.randomUUID() },
      });
      expect(answer.ok(), `${name} comes in: ${await answer.text()}`).toBe(true);
      return visitor;
    });
  },
});

async function visitorOf(context: BrowserContext): Promise<{ visitor: Visitor; faults: string[] }> {
  const page = await context.newPage();
  const watch = watchFaults(page);
  const answers: Response[] = [];
  page.on("response", (response) => answers.push(response));
  const visitor: Visitor = {
    page,
    context,
    expects: watch.allowStatus,
    expectsNoNetwork: watch.allowNoNetwork,
    async read(path) {
      const response = await context.request.get(path);
      expect(response.ok(), `GET ${path}: ${response.status()}`).toBe(true);
      return response.json();
    },
    async received() {
      const texts = answers.filter(isApi).map((answer) => answer.text().catch(() => ""));
      return (await Promise.all(texts)).join("\n");
    },
  };
  return { visitor, faults: watch.faults };
}

/** The stream of live updates never ends, so it has no text to wait for. */
function isApi(response: Response): boolean {
  const type = response.headers()["content-type"] ?? "";
  return response.url().includes("/api/") && !type.includes("event-stream");
}
