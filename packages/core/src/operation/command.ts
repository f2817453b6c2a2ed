import type { Repositories } from "@besunny/db/database";
import type { z } from "zod";

import type { Action } from "../access/actions";
import type { WorkspaceContext } from "../context";
import type { Caller } from "./caller";
import type { Definition } from "./definition";
import { named } from "./named";
import { runOperation } from "./pipeline";
import type { Notes } from "./surroundings";
import { type Acting, acting, described, inWorkspace, scopeOf } from "./workspace";

/** The tools of a command: repositories of one transaction, and notes for events and changes. */
export type CommandTools = Repositories & Acting & Notes;

/** A longer time limit, for commands on any number of rows. */
type Lasting = {
  /** Seconds after which the transaction is rolled back; 30 by default. */
  timeoutSeconds?: number;
};

/** Returns an operation that changes state: one transaction holds the change, its audit row and its events. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  definition: Definition<Action, Input, Output, CommandTools> & Lasting,
) {
  const operation = described("command", definition);
  const { timeoutSeconds } = definition;

  function execute(
    given: Caller | WorkspaceContext,
    raw: z.input<Input>,
  ): Promise<z.output<Output>> {
    const around = inWorkspace<CommandTools>(
      operation,
      name,
      given,
      (ctx) => (work, notes) =>
        ctx.db.write(
          scopeOf(ctx),
          (repositories) =>
            work(
              { ...repositories, ...acting(ctx), ...notes },
              {
                audit: repositories.audit.record,
                outbox: (events) => repositories.outbox.add([...events], ctx.traceId),
              },
            ),
          timeoutSeconds === undefined ? {} : { timeoutSeconds },
        ),
    );
    return runOperation(definition, around, raw);
  }
  return named(execute, name, operation);
}
