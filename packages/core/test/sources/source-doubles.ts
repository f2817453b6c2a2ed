import { allDoubles } from "@besunny/connectors/doubles/practice/practice";
import { type Doubles, startDoubles } from "@besunny/connectors/doubles/serving/server";
import { createTokenBook } from "@besunny/connectors/doubles/serving/tokens";
import { createWorld, type World } from "@besunny/connectors/doubles/world";
import type { Sources } from "@besunny/connectors/sources/registry";
import type { SourceKind } from "@besunny/connectors/sources/source-words";

import { beginConnecting } from "../../src/connections/begin-connecting";
import { finishConnecting } from "../../src/connections/finish-connecting";
import type { WorkspaceContext } from "../../src/context";
import { fetchBatch } from "../../src/sources/fetching/fetch-batch";
import { syncStep } from "../../src/sources/looking/sync-step";
import { aCall } from "../contexts";
import { adaptersAt } from "./adapters-at";

/** The failure of a process that ends at once, whatever it was doing. */
export class Killed extends Error {
  override readonly name = "Killed";
}

export type AtDoubles = {
  world: World;
  doubles: Doubles;
  sources: Sources;
  clock: () => Date;
  /** Ends the process after so many looks at the clock, within whatever step that is. A dead one does nothing more. Null begins another. */
  killAfter(looks: number | null): void;
  isDead(): boolean;
  /** The lines of a log. */
  logged: string[];
  log: {
    info(...told: unknown[]): void;
    warn(...told: unknown[]): void;
    error(...told: unknown[]): void;
  };
};

/** Starts the doubles, and the adapters that read them, with a clock that the test moves. */
export async function atDoubles(): Promise<AtDoubles> {
  const world = createWorld({ now: new Date() });
  const tokens = createTokenBook(world);
  const manners = allDoubles(world, tokens);
  const doubles = await startDoubles({ world, tokens, manners });
  let left: number | null = null;
  const clock = () => {
    if (left !== null && --left <= 0) throw new Killed("The process was killed");
    return world.now();
  };
  const logged: string[] = [];
  const tell = (...told: unknown[]) => void logged.push(JSON.stringify(told) ?? "");
  const log = { info: tell, warn: tell, error: tell };
  return {
    world,
    doubles,
    sources: adaptersAt({ url: doubles.url, now: world.now, pageSize: 50 }),
    clock,
    killAfter: (looks) => {
      left = looks;
    },
    isDead: () => left !== null && left <= 0,
    logged,
    log,
  };
}

/** Connects an account as a person does, who allows all that is asked. Returns the id of the connection. */
export async function connect(
  ctx: WorkspaceContext,
  { kind, address }: { kind: SourceKind; address: string },
): Promise<string> {
  const wish = { kinds: [kind], kind: "personal" as const, isPractice: true, returnTo: "/sources" };
  const { url } = await beginConnecting(ctx, wish);
  const asked = new URL(url);
  const form = new URLSearchParams(asked.searchParams);
  const scopes = (form.get("scope") ?? "").split(" ");
  form.delete("scope");
  for (const scope of scopes) form.append("scope", scope);
  form.set("account", address);
  form.set("decision", "allow");
  const decide = asked.pathname.replace("/authorize", "/decide");
  const decided = await fetch(`${asked.origin}${decide}`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  const back = decided.headers.get("location") ?? "";
  const state = new URL(back).searchParams.get("state") ?? "";
  const { id } = await finishConnecting(ctx, { url: back, state });
  if (!id) throw new Error("The account was not connected");
  return id;
}

/** The same tools, as the source itself works. */
export function asTheSource(ctx: WorkspaceContext, id: string): WorkspaceContext {
  if (ctx.actor.kind !== "user") throw new Error("A source has an owner");
  return { ...ctx, ...aCall("job"), actor: { kind: "source", id, ownerId: ctx.actor.id } };
}

/** Makes the steps of a source until nothing is left to do. Returns how many there were. */
export async function sync(ctx: WorkspaceContext, id: string, most = 500): Promise<number> {
  for (let steps = 1; steps <= most; steps++) {
    const { next } = await syncStep(asTheSource(ctx, id), { id });
    if (next !== "again") return steps;
  }
  throw new Error("The source does not end");
}

/** Fetches until nothing is left to fetch. */
export async function pump(ctx: WorkspaceContext, id: string): Promise<number> {
  let fetched = 0;
  for (let batches = 0; batches < 200; batches++) {
    const batch = await fetchBatch(asTheSource(ctx, id), { id });
    fetched += batch.fetched;
    if (batch.isOver) return fetched;
  }
  throw new Error("The pump does not end");
}
