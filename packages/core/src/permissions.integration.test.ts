import { afterAll, describe, expect, test, vi } from "vitest";
import { anIndex } from "../test/documents";
import { changeSomething } from "../test/permissions/changes";
import { lookAround, seenBy } from "../test/permissions/look-around";
import { anOffice } from "../test/permissions/office";
import { probes, showNothing } from "../test/permissions/probes";
import { chanceOf } from "../test/permissions/random";
import { actions } from "./access/actions";
import { catalogue } from "./catalogue";

/** More of them: `PERMISSION_SEEDS=1,2,3 vitest run --project integration packages/core/src/permissions`. */
const seeds = (process.env.PERMISSION_SEEDS ?? "7,11").split(",").map(Number);
const DOCUMENTS = 9;
const CHANGES = 9;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

const { index, close } = await anIndex();
afterAll(close);

describe("who sees a document", () => {
  test.each(seeds)(
    "is the rule of every list, search, count, answer and stream, whatever happened before (%i)",
    async (seed) => {
      const chance = chanceOf(seed);
      const office = await anOffice(index, chance);
      while (office.papers.length < DOCUMENTS)
        await office.add(office.papers.length > 2 && chance.is(0.25) ? office.papers[0] : null);

      await office.remember();
      const happened: string[] = [];
      let hidden = 0;
      for (let step = 0; step < CHANGES; step += 1) {
        happened.push(await changeSomething(office, chance));
        const person = chance.of(office.people.slice(1));
        hidden += seenBy(person, office).hidden.length;
        expect(await lookAround(office, person), happened.join("; ")).toEqual([]);
      }
      expect(hidden).toBeGreaterThan(5);
    },
  );

  test("is asked of every reading operation that people can call", () => {
    const reading = catalogue.filter(
      ({ surface, kind, doors, permission }) =>
        surface === "workspace" &&
        doors.some((door) => door === "web" || door === "rest") &&
        kind !== "command" &&
        actions.some((action) => action === permission),
    );
    const changing = [
      "batches.cancel-batch",
      "batches.retry-failed",
      "documents.correct-fact",
      "documents.receive-upload",
      "documents.restore-version",
      "documents.upload-version",
      "processing.unlock-document",
      "quality.apply-cleanings",
      "quality.undo-cleanings",
    ];
    const known = new Set([...Object.keys(probes), ...Object.keys(showNothing), ...changing]);

    expect(reading.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !reading.some((entry) => entry.name === name))).toEqual([]);
  });
});
