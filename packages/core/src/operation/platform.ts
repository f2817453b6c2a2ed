import type { PlatformWrites } from "@besunny/db/platform/platform-database";
import type { z } from "zod";

import { actorIdOf } from "../access/actor";
import type { PlatformAction } from "../access/platform-actions";
import { authorizeAcross, type PlatformActor } from "../access/platform-policy";
import type { Clock, PlatformContext } from "../context";
import type { Definition, Described, Kind } from "./definition";
import { named } from "./named";
import { runOperation } from "./pipeline";
import type { PlatformCaller } from "./platform-caller";
import { platformCallerOf, platformContextOf } from "./platform-caller-of";
import { refuseStale } from "./step-up";
import type { Books, Notes, Surroundings } from "./surroundings";
import { together } from "./together";
import { noBooks, placeOf } from "./workspace";

type PlatformDefinition<Input extends z.ZodType, Output extends z.ZodType, Tools> = Definition<
  PlatformAction,
  Input,
  Output,
  Tools
>;
type Given = PlatformCaller | PlatformContext;
type PlatformActing = { actor: PlatformActor; clock: Clock; webUrl: string };

/** Returns an operation that reads across workspaces. */
export function platformQuery<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  definition: PlatformDefinition<Input, Output, PlatformContext> & {
    /** True: the answer depends on the input alone, so calls that come at once share one reading. */
    isShared?: true;
  },
) {
  const open =
    (ctx: PlatformContext, raw: unknown): Surroundings<PlatformContext>["open"] =>
    (work) => {
      const read = () => work(ctx, noBooks);
      return definition.isShared
        ? together(ctx.db, JSON.stringify([name, raw]), read)
        : Promise.resolve(read());
    };
  return across("query", name, definition, open);
}

/** The tools of a platform command: repositories of one transaction. */
export type PlatformCommandTools = PlatformWrites & PlatformActing & Notes;

/** Returns an operation that changes state of no workspace: one transaction holds the change, its audit row and its events. */
export function platformCommand<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  definition: PlatformDefinition<Input, Output, PlatformCommandTools>,
) {
  return across(
    "command",
    name,
    definition,
    ({ db, actor, clock, webUrl }) =>
      (work, notes) =>
        db.platform.transaction((repositories) =>
          work(
            { ...repositories, actor, clock, webUrl, ...notes },
            {
              audit: repositories.audit.record,
              outbox: async (events) => {
                for (const event of events) await repositories.events.add(event);
              },
            },
          ),
        ),
  );
}

/** The tools of a platform flow. It cannot reach the database. */
export type PlatformFlowTools = Omit<PlatformContext, "db"> & { caller: PlatformCaller };

/**
 * Returns an operation across workspaces that an admin asks for, outside of a transaction. Its audit row is written first, so that nothing
 * happens without one.
 */
export function platformFlow<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  definition: PlatformDefinition<Input, Output, PlatformFlowTools>,
) {
  return across("flow", name, definition, (ctx) => (work) => {
    const { db: _db, ...tools } = ctx;
    return work({ ...tools, caller: platformCallerOf(ctx, { isWithin: true }) }, auditFirst(ctx));
  });
}

/** The tools of a sweep: the database, the files and the index, and its caller to call other operations with. */
export type SweepTools = PlatformContext & { caller: PlatformCaller };

/** Returns work of a job across workspaces, in pieces that may run twice. No person may call it. */
export function sweep<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  definition: PlatformDefinition<Input, Output, SweepTools> & {
    audit: { notAudited: string };
  },
) {
  return across(
    "sweep",
    name,
    definition,
    (ctx) => (work) => work({ ...ctx, caller: platformCallerOf(ctx, { isWithin: true }) }, noBooks),
  );
}

function sessionOf(actor: PlatformActor): string | null {
  return actor.kind === "platformAdmin" ? (actor.sessionId ?? null) : null;
}

function auditFirst({ db }: PlatformContext): Books {
  return { audit: db.platform.audit.record, outbox: async () => undefined };
}

function across<Input extends z.ZodType, Output extends z.ZodType, Tools>(
  kind: Kind,
  name: string,
  definition: PlatformDefinition<Input, Output, Tools>,
  opening: (ctx: PlatformContext, raw: unknown) => Surroundings<Tools>["open"],
) {
  const { title, permission, input, output, doors, cost = 1, stepUp, audit } = definition;
  const notAudited =
    kind === "query" ? "It reads." : audit && "notAudited" in audit ? audit.notAudited : null;

  function execute(given: Given, raw: z.input<Input>): Promise<z.output<Output>> {
    const ctx = platformContextOf(given);
    const { actor, traceId, door, hooks, isWithin } = ctx;
    const around: Surroundings<Tools> = {
      call: {
        operation: name,
        kind,
        door,
        actor: { kind: actor.kind, id: actorIdOf(actor) },
        workspaceId: null,
        traceId,
      },
      hooks,
      isWithin,
      came: { keyId: null, sessionId: sessionOf(actor), ...placeOf(ctx.from) },
      isAudited: notAudited === null,
      isAuditedFirst: kind === "flow",
      authorize: () => authorizeAcross(actor, permission),
      mustBeFresh() {
        if (actor.kind === "platformAdmin") refuseStale(actor.confirmedAt, ctx.clock());
      },
      open: opening(ctx, raw),
      refused: (entry) => ctx.db.platform.audit.record(entry),
    };
    return runOperation(definition, around, raw);
  }
  return named(execute, name, {
    kind,
    surface: "platform",
    title,
    permission,
    input,
    output,
    doors,
    cost,
    stepUp: stepUp === true,
    notAudited,
  } as const satisfies Omit<Described<Input, Output>, "name">);
}
