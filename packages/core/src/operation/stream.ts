import type { z } from "zod";

import type { Action } from "../access/actions";
import type { WorkspaceContext } from "../context";
import type { Caller } from "./caller";
import { callerOf } from "./caller-of";
import type { Definition } from "./definition";
import type { FlowTools } from "./flow";
import { named } from "./named";
import { runStream } from "./pipeline";
import {
  acting,
  described,
  inWorkspace,
  toolsOf,
  type UsableTools,
  writingAudit,
} from "./workspace";

/** Returns a flow that yields items one by one; `output` is the shape of one item. */
export function stream<
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Used extends UsableTools = never,
>(
  name: string,
  definition: Omit<Definition<Action, Input, Output, FlowTools<Used>>, "handle"> & {
    uses?: readonly Used[];
    handle(tools: FlowTools<Used>, input: z.output<Input>): AsyncGenerator<z.input<Output>>;
  },
) {
  const operation = described("stream", definition);

  function execute(
    given: Caller | WorkspaceContext,
    raw: z.input<Input>,
    signal?: AbortSignal,
  ): AsyncGenerator<z.output<Output>> {
    const around = inWorkspace<FlowTools<Used>>(operation, name, given, (ctx) => (work) => {
      const caller = callerOf(ctx, { isWithin: true });
      const tools = toolsOf<Used>(ctx, name, definition.uses);
      return work(
        { ...tools, ...acting(ctx), caller, isWithin: ctx.isWithin, ...(signal && { signal }) },
        writingAudit(ctx),
      );
    });
    return runStream(definition, around, raw);
  }
  return named(execute, name, operation);
}
