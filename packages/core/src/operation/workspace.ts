import type { Scope } from "@besunny/db/scope";
import type { z } from "zod";

import type { Action } from "../access/actions";
import { type Actor, actorIdOf } from "../access/actor";
import { authorize, principals } from "../access/policy";
import type { CallOrigin, Clock, Tools, WorkspaceContext } from "../context";
import type { Caller } from "./caller";
import { contextOf } from "./caller-of";
import type { Definition, Described, Kind } from "./definition";
import { noteAction } from "./noted-actions";
import { refuseStale } from "./step-up";
import type { Books, Came, Surroundings } from "./surroundings";

/** The actor, the workspace, and the clock. */
export type Acting = {
  actor: Actor;
  workspaceId: string;
  principals: readonly string[];
  clock: Clock;
};

/** The tools that a flow can name. It always has clock and log. */
export type UsableTools = Exclude<keyof Tools, "clock" | "log">;

type Permitted<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  Definition<Action, Input, Output, never>,
  "handle"
>;

/** Returns the public description of an operation of a workspace. */
export function described<Input extends z.ZodType, Output extends z.ZodType>(
  kind: Kind,
  {
    title,
    permission,
    input,
    output,
    doors,
    cost = 1,
    stepUp,
    audit,
    opens,
  }: Permitted<Input, Output>,
) {
  const notAudited = audit && "notAudited" in audit ? audit.notAudited : null;
  return {
    kind,
    surface: "workspace",
    title,
    permission,
    input,
    output,
    doors,
    cost,
    notAudited: kind === "query" ? "It reads." : notAudited,
    isOpening: opens !== undefined,
    stepUp: stepUp === true,
  } as const satisfies Omit<Described<Input, Output>, "name">;
}

type Operation = { kind: Kind; permission: Action; notAudited: string | null };

/** Returns the surroundings of a call in a workspace. */
export function inWorkspace<Given>(
  { kind, permission, notAudited }: Operation,
  name: string,
  given: Caller | WorkspaceContext,
  opening: (ctx: ReturnType<typeof contextOf>) => Surroundings<Given>["open"],
): Surroundings<Given> {
  const ctx = contextOf(given);
  const { actor, workspaceId, traceId, door, hooks, isWithin } = ctx;
  return {
    call: {
      operation: name,
      kind,
      door,
      actor: { kind: actor.kind, id: actorIdOf(actor) },
      workspaceId,
      traceId,
    },
    hooks,
    isWithin,
    came: { ...viaOf(actor), ...placeOf(ctx.from) },
    // A flow within another opens content for the outer flow, which leaves the row.
    isAudited: notAudited === null && (kind === "command" || !isWithin),
    authorize() {
      authorize(actor, permission);
      if (actor.kind === "user") noteAction(permission);
    },
    mustBeFresh() {
      if (actor.kind !== "user" || actor.via.kind !== "session") return;
      refuseStale(actor.via.confirmedAt, ctx.clock());
    },
    open: opening(ctx),
    opened: (documentId) => recordOpening(ctx, name, documentId),
    refused: (entry) =>
      writingAudit(ctx)
        .audit(entry)
        .catch((error: unknown) => ctx.log.error({ error, traceId }, "a refusal was not recorded")),
  };
}

function viaOf(actor: Actor): Pick<Came, "keyId" | "sessionId"> {
  if (actor.kind === "platformAdmin") return { keyId: null, sessionId: actor.sessionId ?? null };
  if (actor.kind !== "user") return { keyId: null, sessionId: null };
  const { kind, id } = actor.via;
  return { keyId: kind === "apiKey" ? id : null, sessionId: kind === "session" ? id : null };
}

const MOST_OF_BROWSER = 300;

/** Returns where a call came from, as the audit log keeps it. */
export function placeOf(from: CallOrigin | undefined): Pick<Came, "ip" | "userAgent"> {
  return { ip: from?.ip || null, userAgent: from?.userAgent.slice(0, MOST_OF_BROWSER) || null };
}

/** Openings of the same document by the same person in the same way leave one row in this time. */
const ONE_OPENING_MS = 600_000;

/** Records that somebody opened a document, if it is sensitive. */
async function recordOpening(
  ctx: WorkspaceContext,
  operation: string,
  documentId: string,
): Promise<void> {
  const { actor, clock, door, traceId } = ctx;
  if (actor.kind === "job" || actor.kind === "source") return;
  const actorId = actor.id;
  const rules = await ctx.db.read(scopeOf(ctx), ({ sensitivity }) => sensitivity.of(documentId));
  if (rules.length === 0) return;
  const { keyId, sessionId } = viaOf(actor);
  await ctx.db.write(scopeOf(ctx), async ({ audit }) => {
    const since = new Date(clock().getTime() - ONE_OPENING_MS);
    if (await audit.wasOpened({ operation, actorId, documentId }, since)) return;
    await audit.record({
      ...{ operation, door, traceId, actorId },
      actorKind: actor.kind,
      actorKeyId: keyId,
      actorSessionId: sessionId,
      ...placeOf(ctx.from),
      subjects: [documentId],
      input: { id: documentId, isSensitive: true },
    });
  });
}

/** Books of an operation that has no transaction of its own. */
export function writingAudit(ctx: WorkspaceContext): Books {
  return {
    audit: (entry) => ctx.db.write(scopeOf(ctx), ({ audit }) => audit.record(entry)),
    outbox: async () => undefined,
  };
}

/** Books of an operation that only reads. */
export const noBooks: Books = { audit: async () => undefined, outbox: async () => undefined };

/** Returns the actor, the workspace and the clock, for the handler. */
export function acting({ actor, workspaceId, clock }: WorkspaceContext): Acting {
  return { actor, workspaceId, clock, principals: principals(actor) };
}

/** Returns the scope of the repositories: workspace and principals. */
export function scopeOf({ actor, workspaceId }: WorkspaceContext): Scope {
  return { workspaceId, principals: principals(actor) };
}

/** Returns the named tools, and no others. Models work for the caller: what they cost is theirs. */
export function toolsOf<Used extends UsableTools>(
  ctx: WorkspaceContext,
  operation: string,
  uses: readonly Used[] = [],
): Pick<Tools, Used | "clock" | "log"> {
  const named: readonly (Used | "clock" | "log")[] = [...uses, "clock", "log"];
  const isAsking = uses.some((name) => name === "ai" || name === "transcriber");
  return picked(isAsking ? { ...ctx, ...modelsFor(ctx, operation) } : ctx, named);
}

function modelsFor(ctx: WorkspaceContext, operation: string): Pick<Tools, "ai" | "transcriber"> {
  const { ai, transcriber, actor, workspaceId, traceId } = ctx;
  const via = actor.kind === "user" ? actor.via : null;
  const scope = {
    workspaceId,
    userId: actor.kind === "user" ? actor.id : null,
    apiKeyId: via?.kind === "apiKey" ? via.id : null,
    operation,
    traceId,
  };
  return { ai: ai.as?.(scope) ?? ai, transcriber: transcriber?.as(scope) ?? null };
}

/** Returns these tools. The cast restores the keys, whose names the type of `Object.fromEntries` loses. */
function picked<Name extends keyof Tools>(tools: Tools, names: readonly Name[]): Pick<Tools, Name> {
  return Object.fromEntries(names.map((name) => [name, tools[name]])) as Pick<Tools, Name>;
}
