import type { z } from "zod";

import { AppError } from "../errors";
import type { DomainEvent } from "../events";
import { type FlagName, flags } from "../flags";
import { auditEntryOf } from "./audit-entry";
import type { Change, Definition } from "./definition";
import { subjectOf } from "./is-on";
import { checkOutput, explained, parseInput } from "./parse-input";
import type { Surroundings } from "./surroundings";

type AnyDefinition<Input extends z.ZodType, Output extends z.ZodType, Tools> = Definition<
  string,
  Input,
  Output,
  Tools
>;

/**
 * Runs an operation in this order: span, permission and scopes, step-up, limits, feature, input, handler, output, audit, outbox, meter. Records
 * every refusal, and failures of people.
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
      // Nobody is shown a sensitive document before the row is there.
      if (!isWithin && definition.opens) await around.opened?.(definition.opens(given));
      if (!isWithin) hooks.meter(call, cost);
      return result;
    } catch (error) {
      if (isRecorded(error, around))
        await around.refused(auditEntryOf(definition, around, { input, error }));
      return explained(error);
    }
  });
}

/** Runs a stream in the same way. Checks every item; counts the call after the last one. */
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
    if (isRecorded(error, around))
      await around.refused(auditEntryOf(definition, around, { input, error }));
    explained(error);
  }
}

/** Checks the permission before the input, so that no refusal shows what exists. Returns the parsed input. */
async function admit<Input extends z.ZodType>(
  {
    input,
    cost = 1,
    feature,
    stepUp,
  }: { input: Input; cost?: number; feature?: FlagName; stepUp?: true },
  { call, hooks, isWithin, authorize, mustBeFresh }: Omit<Surroundings<never>, "open">,
  raw: unknown,
): Promise<z.output<Input>> {
  authorize();
  if (stepUp) mustBeFresh();
  if (!isWithin && cost > 0) await hooks.limit(call, cost);
  if (feature && !(await hooks.isOn(feature, subjectOf(call)))) throw turnedOff(feature);
  const { kind } = call.actor ?? {};
  return parseInput(input, raw, { isFromJob: kind === "job" || kind === "source" });
}

function turnedOff(feature: FlagName): AppError {
  return new AppError("FORBIDDEN", `“${flags[feature].title}” is turned off here`, {
    hint: "Ask the people who run BeSunny.",
  });
}

/** The kinds of actors whose failures are recorded. A job that fails is tried again, and its run says so. */
const people = ["user", "platformAdmin", "link"];

/**
 * Returns whether an error leaves a row. Every refusal does, also of what only reads. A call of a person that failed does where success leaves one. A
 * call over a limit leaves none, or the log could be flooded.
 */
function isRecorded(
  error: unknown,
  { isAudited, isWithin, call }: Pick<Surroundings<never>, "isAudited" | "isWithin" | "call">,
): error is AppError {
  if (isWithin || !(error instanceof AppError)) return false;
  if (error.code === "FORBIDDEN") return true;
  const isOfPerson = people.some((kind) => kind === call.actor?.kind);
  return isAudited && isOfPerson && error.code !== "RATE_LIMITED";
}
