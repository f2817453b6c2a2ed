import { getEventListeners } from "node:events";
import { catalogue, type Entry } from "../../src/catalogue";
import { listComments } from "../../src/comments/list-comments";
import type { WorkspaceContext } from "../../src/context";
import { AppError } from "../../src/errors";
import { mayBeSeen, type Office, type Person } from "./office";
import { type Probe, probes, type Seen } from "./probes";

const QUIET_MS = 150;
const refusals = ["NOT_FOUND", "FORBIDDEN"];

/** Returns what the person may see now. */
export function seenBy(person: Person, { papers, folders, groups }: Office): Seen {
  const isVisible = (paper: Office["papers"][number]) => mayBeSeen(paper, person, folders, groups);
  return {
    person,
    visible: papers.filter(isVisible),
    hidden: papers.filter((paper) => !isVisible(paper)),
  };
}

/** Makes every probe as this person. Returns a sentence for each thing that they saw and may not, or did not see and may. */
export async function lookAround(office: Office, person: Person): Promise<string[]> {
  const seen = seenBy(person, office);
  const ctx = office.as(person);
  const faults: string[] = [];
  for (const [name, probe] of Object.entries(probes)) {
    const entry = catalogue.find((each) => each.name === name);
    if (!entry) throw new Error(`${name} is no operation`);
    const say = (fault: string) => faults.push(`${name} as ${person.role} ${person.id}: ${fault}`);
    await lookAt(entry, probe, { ctx, office, seen, say });
  }
  faults.push(...(await lookAtEntities(office, seen, ctx)));
  if (person.role === "owner") faults.push(...(await lookAtReaders(office)));
  return faults;
}

type Looking = {
  ctx: WorkspaceContext;
  office: Office;
  seen: Seen;
  say(fault: string): void;
};

async function lookAt(entry: Entry, probe: Probe, { ctx, office, seen, say }: Looking) {
  for (const paper of probe.about ? seen.hidden : []) {
    const { error, text } = await answerOf(entry, ctx, probe.about?.(paper, office));
    if (!error) say(`answered about the hidden ${paper.marker}: ${text.slice(0, 200)}`);
    else if (!refusals.includes(error)) say(`said ${error} of the hidden ${paper.marker}`);
  }
  for (const paper of probe.about ? seen.visible.slice(0, 2) : []) {
    const { text } = await answerOf(entry, ctx, probe.about?.(paper, office));
    for (const leak of leaksIn(text, seen)) say(`about ${paper.marker} showed ${leak}`);
  }
  for (const input of probe.all?.(office, seen) ?? []) {
    const { output, text } = await answerOf(entry, ctx, input);
    for (const leak of leaksIn(text, seen, input))
      say(`with ${JSON.stringify(input)} showed ${leak}`);
    // The probe knows the output of its own operation.
    for (const { shown, right } of output ? (probe.counts?.(output as never, seen) ?? []) : [])
      if (shown !== right) say(`counted ${shown} instead of ${right}`);
  }
}

/** Looks at each entity that is listed, and at each of the whole workspace, whose ids a person may have from elsewhere. */
async function lookAtEntities(office: Office, seen: Seen, ctx: WorkspaceContext) {
  const faults: string[] = [];
  const entities = await office.ctx.db.read(
    { workspaceId: office.ctx.workspaceId, principals: ["all"] },
    ({ entities: all }) => all.list({}, { limit: 100 }),
  );
  for (const name of ["entities.get-entity", "entities.list-entity-documents"]) {
    const entry = catalogue.find((each) => each.name === name);
    if (!entry) throw new Error(`${name} is no operation`);
    for (const { id } of entities.items) {
      const { text } = await answerOf(entry, ctx, { id });
      for (const leak of leaksIn(text, seen)) faults.push(`${name} showed ${leak}`);
    }
  }
  return faults;
}

/** Looks who is said to see each document: the people who may be mentioned in a comment on it. */
async function lookAtReaders({ ctx, papers, people, folders, groups }: Office) {
  const faults: string[] = [];
  for (const paper of papers) {
    const said = (await listComments(ctx, { documentId: paper.id })).people.map(
      ({ userId }) => userId,
    );
    const right = people.filter((person) => mayBeSeen(paper, person, folders, groups));
    if (
      said.toSorted().join() !==
      right
        .map(({ id }) => id)
        .toSorted()
        .join()
    )
      faults.push(`${paper.marker} is said to be seen by ${said.join(", ")}`);
  }
  return faults;
}

/** Returns the ids and markers of hidden documents in the text. What the person wrote themselves may come back. */
export function leaksIn(text: string, { hidden }: Seen, input: unknown = {}): string[] {
  const given = JSON.stringify(input);
  return hidden
    .flatMap(({ id, marker }) => [id, marker])
    .filter((word) => text.includes(word) && !given.includes(word));
}

async function answerOf(entry: Entry, ctx: WorkspaceContext, input: unknown) {
  try {
    const output = await outputOf(entry, ctx, input);
    return { error: null, output, text: JSON.stringify(output) ?? "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { error: error.code, output: null, text: error.message };
  }
}

type Execute = (
  ctx: WorkspaceContext,
  input: unknown,
  signal: AbortSignal,
) => Promise<unknown> | AsyncGenerator<unknown>;

/** Returns the output; of a stream, all items until it is quiet. */
async function outputOf(entry: Entry, ctx: WorkspaceContext, input: unknown): Promise<unknown> {
  const stopping = new AbortController();
  const result = asExecute(entry)(ctx, input, stopping.signal);
  if (!(Symbol.asyncIterator in result)) return result;
  const items: unknown[] = [];
  let quiet = setTimeout(() => stopping.abort(), QUIET_MS);
  for await (const item of result) {
    items.push(item);
    clearTimeout(quiet);
    // Nobody listens where the stream ends by itself.
    quiet = setTimeout(
      () => stopping.abort(),
      getEventListeners(stopping.signal, "abort").length > 0 ? QUIET_MS : 5_000,
    );
  }
  clearTimeout(quiet);
  return items;
}

/** An entry is the operation itself; the catalogue's type leaves out how it is called. */
function asExecute(entry: Entry): Execute {
  if (typeof entry !== "function") throw new Error(`${entry.name} cannot be called`);
  return entry as Execute;
}
