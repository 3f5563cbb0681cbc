import { randomUUID } from "node:crypto";
import type { Caller } from "#tests/support/test-house.ts";
import { type AgreementScene, bodyFor, LEILA, openAgreementScene } from "./agreement-scene.ts";

export type ShownPage = {
  readonly state: string;
  readonly standing: string;
  readonly textHash: string;
  readonly mine: string[];
  readonly refersTo: { readonly id: string; readonly number: number } | null;
  readonly terminated: { readonly reason: string | null } | null;
  readonly papers: { readonly fi: { readonly sections: ShownSection[] } };
  readonly parties: { party: string; duty: string; address: string | null }[];
  readonly happened: { deed: string }[];
};
type ShownSection = { readonly id: string; readonly blocks: { readonly text?: string }[] };

/** A placement that is being planned, and the general terms of its employer. */
export type FrameworkScene = AgreementScene & {
  readonly frameworksPath: string;
  bodyOf(change?: object): ReturnType<typeof termsFor>;
  /** Sent by the coordinator for two years; Leila is asked for the employer. */
  sendTerms(change?: object): Promise<string>;
  /** Sent and signed by both; Leila is who opened the letter. */
  signedTerms(change?: object): Promise<{ id: string; leila: Caller }>;
  pageOf(id: string, caller?: Caller): Promise<ShownPage>;
  listOf(caller?: Caller): Promise<{ id: string; number: number; standing: string }[]>;
  terminate(
    caller: Caller,
    id: string,
    lastDay?: string,
    reason?: string,
  ): ReturnType<Caller["send"]>;
};

const DAYS = { covers: "both", validFrom: "2026-11-01", validUntil: "2028-10-31" };

function termsFor({ world }: AgreementScene) {
  const { language, providerSignerId, employer } = bodyFor(world, "");
  return { id: randomUUID(), language, providerSignerId, employer, ...DAYS };
}

export async function openFrameworkScene(): Promise<FrameworkScene> {
  const scene = await openAgreementScene();
  const { coordinator } = scene;
  const frameworksPath = `/api/workplaces/${scene.world.workplaceId}/framework-agreements`;
  const bodyOf = (change: object = {}) => ({ ...termsFor(scene), ...change });
  const sendTerms = async (change: object = {}) => {
    const body = bodyOf(change);
    const answer = await coordinator.send("POST", frameworksPath, body);
    if (answer.statusCode !== 200) throw new Error(`not sent: ${answer.body}`);
    return body.id;
  };
  return {
    ...scene,
    frameworksPath,
    bodyOf,
    sendTerms,
    signedTerms: async (change) => {
      const id = await sendTerms(change);
      const leila = await scene.byLetter(LEILA);
      await scene.signs(leila, id, "employer");
      const last = await scene.signs(coordinator, id, "provider");
      if (last.statusCode !== 200) throw new Error(`not signed: ${last.body}`);
      return { id, leila };
    },
    pageOf: async (id, caller = coordinator) =>
      (await caller.get(`/api/agreements/${id}`)).json<ShownPage>(),
    listOf: async (caller = coordinator) =>
      (await caller.get(frameworksPath)).json<{
        rows: { id: string; number: number; standing: string }[];
      }>().rows,
    terminate: (caller, id, lastDay = "2026-11-23", reason = "Omistaja vaihtuu.") =>
      caller.send("POST", `/api/agreements/${id}/termination`, { lastDay, reason }),
  };
}

export function sectionsOf({ papers }: Pick<ShownPage, "papers">): string[] {
  return papers.fi.sections.map(({ id }) => id);
}
