import type { z } from "zod";

import { AppError } from "../errors";
import type { DomainEvent } from "../events";
import { auditEntryOf, type NewAuditEntry } from "./audit-entry";
import type { Change, Definition } from "./definition";
import type { Call, Hooks } from "./hooks";
import { checkOutput, explained, parseInput } from "./parse-input";

type AnyDefinition<Input extends z.ZodType, Output extends z.ZodType, Tools> = Definition<
  string,
  Input,
  Output,
  Tools
>;

/** Where an operation writes what has happened: the audit log and the outbox, in its own transaction where it has one. */
export type Books = {
  audit(entry: NewAuditEntry): Promise<void>;
  outbox(events: readonly DomainEvent[]): Promise<void>;
};

/** What a handler notes while it works; the pipeline writes it down after it. */
export type Notes = {
  /** Announces an event once the change is committed. */
  emit(event: DomainEvent): void;
  /** Records what changed of a subject: the fields that differ, before and after. */
  changed(change: Change): void;
};

/** How one kind of operation meets its surroundings: who asks, what it is given to work with, and where it writes. */
export type Surroundings<Tools> = {
  call: Call;
  hooks: Hooks;
  /** The API key that the actor came with. */
  keyId: string | null;
  /** True for a call of another operation. Its caller is limited and recorded once, where the work began. */
  isWithin: boolean;
  isAudited: boolean;
  /** True where the work lies outside of a transaction and must not be done without a row: the row comes before it. */
  isAuditedFirst?: boolean;
  authorize(): void;
  /** Opens what the handler works with: a transaction, or tools. */
  open<Result>(
    work: (tools: Tools, books: Books) => Promise<Result>,
    notes: Notes,
  ): Promise<Result>;
  /** Records a refusal, after the operation's own transaction is gone. */
  refused(entry: NewAuditEntry): Promise<void>;
};

/**
 * Runs an operation, in this order: span, permission and scopes, limits, input, handler, output, audit, outbox, meter. A refusal is recorded
 * for every operation that leaves rows in the audit log.
 */
export function runOperation<Input extends z.ZodType, Output extends z.ZodType, Tools>(
  definition: AnyDefinition<Input, Output, Tools>,
  around: Surroundings<Tools>,
  raw: unknown,
): Promise<z.output<Output>> {
  const { call, hooks, isWithin, isAudited } = around;
  const { cost = 1 } = definition;

  return hooks.span(call, async () => {
    let input: z.output<Input> | undefined;
    const [events, changes]: [DomainEvent[], Change[]] = [[], []];
    const notes = {
      emit: (event: DomainEvent) => void events.push(event),
      changed: (change: Change) => void changes.push(change),
    };
    try {
      const given = await admit(definition, around, raw);
      input = given;
      const isFirst = around.isAuditedFirst === true;
      const result = await around.open(async (tools, books) => {
        if (isAudited && isFirst)
          await books.audit(auditEntryOf(definition, around, { input: given }));
        const output = checkOutput(
          call.operation,
          definition.output,
          await definition.handle(tools, given),
        );
        if (isAudited && !isFirst)
          await books.audit(auditEntryOf(definition, around, { input: given, output, changes }));
        await books.outbox(events);
        return output;
      }, notes);
      if (!isWithin) hooks.meter(call, cost);
      return result;
    } catch (error) {
      if (isAudited && !isWithin && isRefusal(error))
        await around.refused(auditEntryOf(definition, around, { input, error }));
      return explained(error);
    }
  });
}

/** Runs a stream the same way; every item is checked, and the span ends with the last one. */
export async function* runStream<Input extends z.ZodType, Output extends z.ZodType, Tools>(
  definition: Omit<AnyDefinition<Input, Output, Tools>, "handle"> & {
    handle(tools: Tools, input: z.output<Input>): AsyncGenerator<z.input<Output>>;
  },
  around: Surroundings<Tools>,
  raw: unknown,
): AsyncGenerator<z.output<Output>> {
  const { call, hooks, isWithin, isAudited } = around;
  const nothing = { emit: () => undefined, changed: () => undefined };
  let input: z.output<Input> | undefined;
  try {
    const given = await hooks.span(call, () => admit(definition, around, raw));
    input = given;
    const tools = await around.open(async (opened, books) => {
      if (isAudited) await books.audit(auditEntryOf(definition, around, { input: given }));
      return opened;
    }, nothing);
    for await (const item of definition.handle(tools, given))
      yield checkOutput(call.operation, definition.output, item);
    if (!isWithin) hooks.meter(call, definition.cost ?? 1);
  } catch (error) {
    if (isAudited && !isWithin && isRefusal(error))
      await around.refused(auditEntryOf(definition, around, { input, error }));
    explained(error);
  }
}

/** Asks for the right before it looks at the input, so that no refusal tells what exists. */
async function admit<Input extends z.ZodType>(
  { input, cost = 1 }: { input: Input; cost?: number },
  { call, hooks, isWithin, authorize }: Omit<Surroundings<never>, "open">,
  raw: unknown,
): Promise<z.output<Input>> {
  authorize();
  if (!isWithin && cost > 0) await hooks.limit(call, cost);
  return parseInput(input, raw, { isFromJob: call.actor?.kind === "job" });
}

function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "FORBIDDEN";
}
