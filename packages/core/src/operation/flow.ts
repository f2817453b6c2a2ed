import type { z } from "zod";

import type { Action } from "../access/actions";
import type { Tools, WorkspaceContext } from "../context";
import type { Caller } from "./caller";
import { callerOf } from "./caller-of";
import type { Definition } from "./definition";
import { named } from "./named";
import { runOperation } from "./pipeline";
import {
  type Acting,
  acting,
  described,
  inWorkspace,
  toolsOf,
  type UsableTools,
  writingAudit,
} from "./workspace";

/** The tools of a flow: those that it names, and its caller to call other operations with. It cannot reach the database. */
export type FlowTools<Used extends UsableTools = never> = Pick<Tools, Used | "clock" | "log"> &
  Acting & {
    caller: Caller;
    /** True for work within another operation. */
    isWithin: boolean;
    signal?: AbortSignal;
  };

/** Returns an operation that uses the network or computes, so it holds no transaction; it composes commands and queries. */
export function flow<
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Used extends UsableTools = never,
>(
  name: string,
  definition: Definition<Action, Input, Output, FlowTools<Used>> & { uses?: readonly Used[] },
) {
  const operation = described("flow", definition);

  function execute(
    given: Caller | WorkspaceContext,
    raw: z.input<Input>,
    signal?: AbortSignal,
  ): Promise<z.output<Output>> {
    const around = inWorkspace<FlowTools<Used>>(operation, name, given, (ctx) => (work) => {
      const caller = callerOf(ctx, { isWithin: true });
      const tools = toolsOf<Used>(ctx, name, definition.uses);
      return work(
        { ...tools, ...acting(ctx), caller, isWithin: ctx.isWithin, ...(signal && { signal }) },
        writingAudit(ctx),
      );
    });
    return runOperation(definition, around, raw);
  }
  return named(execute, name, operation);
}
