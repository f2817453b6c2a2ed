import { afterAll, expect, test } from "vitest";

import { auditOf } from "../test/contexts";
import { anIndex } from "../test/documents";
import { examples } from "../test/examples/examples";
import { callerFor, offeredAtDoors } from "../test/offered-at-doors";
import { runEntry } from "../test/run-entry";
import { aWorld } from "../test/world";

const { index, close } = await anIndex();
afterAll(close);
const world = await aWorld(index);
const ids = /\b(?:bat|cnv|doc|dsh|ent|inv|key|prj|trn|usr|viw)_[0-9A-Za-z_]+/g;

test("there is an example for every operation that a door offers, and for no other", () => {
  expect(Object.keys(examples).toSorted()).toEqual(
    offeredAtDoors.map(({ name }) => name).toSorted(),
  );
});

test.each(offeredAtDoors.map((entry) => [entry.name, entry] as const))(
  "%s succeeds, returns what it declares, and leaves the rows that it declares",
  async (name, entry) => {
    const example = examples[name];
    if (!example) throw new Error(`${name} has no example`);
    const input = await example.input(world);
    const ctx = { ...callerFor(world.owner, example), traceId: `trace of ${name}` };

    const output = await runEntry(entry, ctx, input);

    const items = entry.kind === "stream" && Array.isArray(output) ? output : [output];
    expect(items).not.toEqual([]);
    for (const item of items) expect(() => entry.output.parse(item)).not.toThrow();

    const rows = (await auditOf(world.owner)).filter(({ traceId }) => traceId === ctx.traceId);
    const own = rows.filter(({ operation }) => operation === name);
    expect(own).toHaveLength(entry.notAudited === null ? 1 : 0);
    for (const row of rows) expect(row).toMatchObject({ door: ctx.door, outcome: "ok" });
    const [row] = own;
    if (!row) return;

    expect(row).toMatchObject({
      actorKind: example.as ? "job" : "user",
      actorId: example.as ?? world.owner.actor.id,
    });
    expect(row.subjects.length).toBeGreaterThan(0);
    for (const id of namedIn(input)) expect(row.subjects).toContain(id);
    if (entry.kind !== "command") return;
    expect(row.changes === null, "says nothing of what changed").toBe(
      example.changesNothing !== undefined,
    );
    for (const { before, after } of changesOf(row.changes)) expect(before).not.toEqual(after);
  },
);

/** Returns the ids in an input, at any depth. */
function namedIn(input: object): string[] {
  return JSON.stringify(input).match(ids) ?? [];
}

function changesOf(changes: unknown): { before: unknown; after: unknown }[] {
  return Array.isArray(changes) ? changes : [];
}
