import { afterAll, expect, test } from "vitest";

import { refusalsOf } from "../test/contexts";
import { aDocument, anIndex } from "../test/documents";
import { examples } from "../test/examples/examples";
import { callerFor, offeredAtDoors } from "../test/offered-at-doors";
import { runEntry } from "../test/run-entry";
import { anEquippedOwner, aWorld, snapshotOf } from "../test/world";
import { AppError } from "./errors";

const { index, close } = await anIndex();
afterAll(close);
const world = await aWorld(index);
const neighbour = await anEquippedOwner(index);
// A stream of changes waits for two; the other workspace's are older, so a leak would come first.
for (const fileName of ["one.txt", "two.txt"]) await aDocument(neighbour, { fileName });
const ids = /\b(?:act|bat|cnv|dec|doc|dsh|ent|inv|key|mtg|prj|trn|usr|run|viw)_[0-9A-Za-z_]+/g;

const refusals = ["NOT_FOUND", "CONFLICT", "FORBIDDEN"];
/** A preview shows the rows as its caller wrote them. */
const repeats = new Set(["documents.preview-labels"]);

// The log comes first: later it holds what the neighbour asked for by these ids. Their own data holds their rows of it.
const readsLog = (name: string) => name.startsWith("audit.") || name === "members.get-own-data";
const inOrder = offeredAtDoors.toSorted(
  (one, other) => Number(readsLog(other.name)) - Number(readsLog(one.name)),
);

/** A log holds what its own people asked for by these ids. A receipt is judged by its words, and with other ids it has other words. */
const ofTheWordsGiven = new Set(["audit.list-audit-entries", "receipts.verify-receipt"]);

test.each(inOrder.map((entry) => [entry.name, entry] as const))(
  "%s shows and changes nothing of the workspace next door, and answers as for ids that never were",
  async (name, entry) => {
    const example = examples[name];
    if (!example) throw new Error(`${name} has no example`);
    const input = await example.input(world);
    const before = await snapshotOf(world.owner);
    const passages = await passagesOf(world.owner.workspaceId);

    const answer = await answerOf(runEntry(entry, callerFor(neighbour, example), input));

    expect(await snapshotOf(world.owner)).toBe(before);
    expect(await passagesOf(world.owner.workspaceId)).toEqual(passages);
    if (answer.error) expect([...refusals, ...ofRows(name)]).toContain(answer.error);
    const said = repeats.has(name) ? JSON.stringify(input) : "";
    const theirs = (before.match(ids) ?? []).filter((id) => !said.includes(id));
    expect(theirs.length).toBeGreaterThan(10);
    expect(theirs.filter((id) => answer.text.includes(id))).toEqual([]);
    expect(answer.text).not.toContain(world.owner.workspaceId);
    expect(answer.text).not.toContain(world.marker);

    const given = JSON.stringify(input) ?? "";
    const known = new Set(before.match(ids) ?? []);
    const named = [...new Set(given.match(ids) ?? [])].filter((id) => known.has(id));
    if (named.length === 0 || ofTheWordsGiven.has(name)) return;
    const never = JSON.parse(named.reduce((text, id) => text.replaceAll(id, neverLike(id)), given));
    const nowhere = await answerOf(runEntry(entry, callerFor(neighbour, example), never));
    expect(plain(answer)).toEqual(plain(nowhere));
  },
);

/** An id of the same kind and length, which nothing has. */
function neverLike(id: string): string {
  const [kind = "", rest = ""] = [id.slice(0, 4), id.slice(4)];
  return kind + "0".repeat(rest.length);
}

/** An answer without the ids, the moments and the durations in it. */
function plain({ error, message, text }: Awaited<ReturnType<typeof answerOf>>) {
  const without = (words: string) =>
    words
      .replaceAll(/\b([a-z]{3})_[0-9A-Za-z_]+/g, "$1_")
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a moment")
      .replaceAll(/"(tookMs|ms|durationMs)":[\d.]+/g, '"$1"');
  return { error, message: without(message), text: without(text) };
}

test("the owner next door was refused nothing for a lack of rights", async () => {
  expect(await refusalsOf(neighbour)).toEqual([]);
});

/** An import says which of its rows name nothing here. */
function ofRows(name: string): string[] {
  return name === "documents.import-labels" ? ["INVALID_INPUT"] : [];
}

async function answerOf(result: Promise<unknown>) {
  try {
    return { error: null, message: "", text: JSON.stringify(await result) ?? "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { error: error.code, message: error.message, text: "" };
  }
}

function passagesOf(workspaceId: string) {
  return index.listDocumentIds(workspaceId);
}
