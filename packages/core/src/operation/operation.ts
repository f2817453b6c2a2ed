import type { AuditEntry } from "@besunny/db/audit";
import { ForeignCursor } from "@besunny/db/cursor";
import type { Repositories } from "@besunny/db/database";
import type { PlatformWrites } from "@besunny/db/platform/platform-database";
import type { Scope } from "@besunny/db/scope";
import { z } from "zod";
import { type Action, type Actor, authorize, principals } from "../access/policy";
import type { Clock, IdentityContext, PlatformContext, WorkspaceContext } from "../context";
import { invalidInput } from "../errors";
import type { DomainEvent } from "../events";
import { noteAction } from "../requests/noted-actions";
import { unstorableTexts } from "../unstorable-text";
import { withoutSecrets } from "./secret";

type Definition<Input extends z.ZodType, Tools, Output> = {
  action: Action;
  input: Input;
  run: (tools: Tools, input: z.output<Input>) => Output;
};

/** An entry of the audit log; never with a secret in it. */
export type Told = { action: string; input: AuditEntry["input"] };

type Acting = { actor: Actor; workspaceId: string; principals: readonly string[]; clock: Clock };
type CommandTools = Repositories & Acting & { emit: (event: DomainEvent) => void };

type CommandDefinition<Input extends z.ZodType, Output> = Definition<
  Input,
  CommandTools,
  Promise<Output>
> & {
  /** What the audit log says, where the action and its input do not say enough of what was done. */
  told?: (output: Output, input: z.output<Input>) => readonly Told[];
};

/** Changes state: one transaction holds the change, its audit entry and its events. */
export function command<Input extends z.ZodType, Output>(
  definition: CommandDefinition<Input, Output>,
) {
  return operation(definition, (ctx: WorkspaceContext, input) =>
    ctx.db.write(scopeOf(ctx), async (repositories) => {
      const events: DomainEvent[] = [];
      const emit = (event: DomainEvent) => void events.push(event);

      const output = await definition.run({ ...repositories, ...acting(ctx), emit }, input);

      const told = definition.told?.(output, input) ?? [
        { action: definition.action, input: withoutSecrets(definition.input, input) },
      ];
      // What background functions do is told by their runs; the audit log is about people.
      if (ctx.actor.kind === "user")
        for (const entry of told)
          await repositories.audit.record({ ...byPerson(ctx.actor), ...entry });
      await repositories.outbox.add(events);
      return output;
    }),
  );
}

/** Reads state: one short transaction in which Postgres refuses every write. */
export function query<Input extends z.ZodType, Output>(
  definition: Definition<Input, Repositories & Acting, Promise<Output>>,
) {
  return operation(definition, (ctx: WorkspaceContext, input) =>
    ctx.db.read(scopeOf(ctx), (repositories) =>
      definition.run({ ...repositories, ...acting(ctx) }, input),
    ),
  );
}

/** What a flow works with: everything but the database, and its context to call commands and queries with. */
export type FlowTools = Omit<WorkspaceContext, "db"> & {
  ctx: WorkspaceContext;
  signal?: AbortSignal;
};

/** Crosses the network or computes, so it holds no transaction; it composes commands and queries. */
export function flow<Input extends z.ZodType, Output>(
  definition: Definition<Input, FlowTools, Promise<Output>>,
) {
  const execute = async (
    ctx: WorkspaceContext,
    raw: z.input<Input>,
    signal?: AbortSignal,
  ): Promise<Output> => {
    allow(ctx.actor, definition.action);
    return definition.run(flowTools(ctx, signal), parsed(definition.input, raw, ctx.actor));
  };
  return Object.assign(execute, { action: definition.action, input: definition.input });
}

/** A flow that yields as it goes. */
export function stream<Input extends z.ZodType, Item>(
  definition: Definition<Input, FlowTools, AsyncGenerator<Item>>,
) {
  async function* execute(
    ctx: WorkspaceContext,
    raw: z.input<Input>,
    signal?: AbortSignal,
  ): AsyncGenerator<Item> {
    allow(ctx.actor, definition.action);
    yield* definition.run(flowTools(ctx, signal), parsed(definition.input, raw, ctx.actor));
  }
  return Object.assign(execute, { action: definition.action, input: definition.input });
}

/** Identity operations act before a workspace is known, so there is no role to ask: each checks its own secret. */
export function identityOperation<Input extends z.ZodType, Output>(definition: {
  input: Input;
  run: (ctx: IdentityContext, input: z.output<Input>) => Promise<Output>;
}) {
  const execute = async (ctx: IdentityContext, raw: z.input<Input>): Promise<Output> =>
    definition.run(ctx, parsed(definition.input, raw));
  return Object.assign(execute, { input: definition.input });
}

/** Platform operations cross workspaces; only platform admins and our own sweeps have a context for them. */
export function platformOperation<Input extends z.ZodType, Output>(definition: {
  input: Input;
  run: (ctx: PlatformContext, input: z.output<Input>) => Promise<Output>;
}) {
  const execute = async (ctx: PlatformContext, raw: z.input<Input>): Promise<Output> =>
    definition.run(ctx, parsed(definition.input, raw)).catch(explained);
  return Object.assign(execute, { input: definition.input });
}

type PlatformCommandTools = PlatformWrites & Pick<PlatformContext, "actor" | "clock">;

/** What an admin of the platform changes: one transaction holds the change, its audit entry and its events. */
export function platformCommand<Input extends z.ZodType, Output>(definition: {
  action: string;
  input: Input;
  run: (tools: PlatformCommandTools, input: z.output<Input>) => Promise<Output>;
}) {
  return platformOperation({
    input: definition.input,
    run: ({ db, actor, clock }, input) =>
      db.platform.transaction(async (repositories) => {
        const output = await definition.run({ ...repositories, actor, clock }, input);
        if (actor.kind === "platformAdmin")
          await repositories.audit.record({
            actorKind: actor.kind,
            actorId: actor.id,
            action: definition.action,
            input: withoutSecrets(definition.input, input),
          });
        return output;
      }),
  });
}

/**
 * Does something across workspaces that an admin asked for. The entry in the platform's audit log comes first: what is done lies outside of
 * its transaction, and no deed is to be without an entry.
 */
export function platformFlow<Input extends z.ZodType, Output>(definition: {
  action: string;
  input: Input;
  run: (ctx: PlatformContext, input: z.output<Input>) => Promise<Output>;
}) {
  const { action, input, run } = definition;
  const execute = async (ctx: PlatformContext, raw: z.input<Input>): Promise<Output> => {
    const given = parsed(input, raw);
    if (ctx.actor.kind === "platformAdmin")
      await ctx.db.platform.audit.record({
        actorKind: ctx.actor.kind,
        actorId: ctx.actor.id,
        action,
        input: withoutSecrets(input, given),
      });
    return run(ctx, given);
  };
  return Object.assign(execute, { action, input });
}

function byPerson({ kind, id, via }: Extract<Actor, { kind: "user" }>) {
  return { actorKind: kind, actorId: id, actorKeyId: via.kind === "apiKey" ? via.id : null };
}

function operation<Input extends z.ZodType, Tools, Output>(
  { action, input }: Definition<Input, Tools, Promise<Output>>,
  run: (ctx: WorkspaceContext, input: z.output<Input>) => Promise<Output>,
) {
  const execute = async (ctx: WorkspaceContext, raw: z.input<Input>): Promise<Output> => {
    allow(ctx.actor, action);
    return run(ctx, parsed(input, raw, ctx.actor)).catch(explained);
  };
  return Object.assign(execute, { action, input });
}

function allow(actor: Actor, action: Action): void {
  authorize(actor, action);
  if (actor.kind === "user") noteAction(action);
}

/** Only what people send is looked through: what background functions give comes of documents, cleaned when they were read. */
function parsed<Input extends z.ZodType>(
  schema: Input,
  raw: unknown,
  actor?: Actor,
): z.output<Input> {
  const result = schema.safeParse(raw);
  if (result.success) {
    const unstorable = actor?.kind === "system" ? [] : unstorableTexts(result.data);
    if (unstorable.length === 0) return result.data;
    return invalidInput("The input holds text that cannot be stored", unstorable);
  }
  const errors = result.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  return invalidInput(z.prettifyError(result.error), errors);
}

/** What the database refuses by a sentence of its own, in the words for callers. */
function explained(error: unknown): never {
  if (!(error instanceof ForeignCursor)) throw error;
  const message = "The cursor is not one of ours; begin without it";
  return invalidInput(message, [{ path: "cursor", message }]);
}

function acting({ actor, workspaceId, clock }: WorkspaceContext): Acting {
  return { actor, workspaceId, clock, principals: principals(actor) };
}

function scopeOf({ actor, workspaceId }: WorkspaceContext): Scope {
  return { workspaceId, principals: principals(actor) };
}

function flowTools(ctx: WorkspaceContext, signal?: AbortSignal): FlowTools {
  const { db: _db, ...tools } = ctx;
  return { ...tools, ctx, ...(signal && { signal }) };
}
