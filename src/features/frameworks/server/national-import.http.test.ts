import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../../../../shared/data/finnish/eperusteet");
const present = existsSync(FOLDER);
const FILES = present ? readdirSync(FOLDER).filter((name) => name.startsWith("peruste-")) : [];

describe.skipIf(!present)(
  `real files through the server${present ? "" : " (skipped: no ../shared/data)"}`,
  () => {
    let test: TestHouse;
    let admin: Caller;

    beforeAll(async () => {
      test = await openTestHouse();
      admin = await test.as((await makeWorld(test.house)).admin);
    });

    afterAll(() => test.close());

    it.each(FILES)(
      "%s is in within ten seconds, can be read through and searched",
      async (name) => {
        const content = readFileSync(path.join(FOLDER, name), "utf8");
        const started = performance.now();
        const { versionId, changed } = (
          await admin.send("POST", "/api/frameworks", { fileName: name, content })
        ).json();
        expect(performance.now() - started).toBeLessThan(10_000);
        expect(changed).toBe(true);
        const version = `/api/framework-versions/${versionId}`;
        const { unitRows, units } = (await admin.get(version)).json();
        expect(unitRows).toHaveLength(units);
        for (const unit of unitRows) {
          expect((await admin.get(`${version}/units/${unit.id}`)).statusCode).toBe(200);
        }
        expect((await admin.get(`${version}/import`)).json()).toMatchObject({
          fileName: name,
          drift: null,
        });
        const searched = performance.now();
        const { hits } = (await admin.get(`${version}/search?find=asiakas`)).json();
        expect(hits.length).toBeGreaterThan(5);
        expect(performance.now() - searched).toBeLessThan(2_000);
      },
    );
  },
);
