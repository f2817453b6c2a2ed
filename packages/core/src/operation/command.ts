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

/** What a command works with: repositories of one transaction, and where it notes events and changes. */
export type CommandTools = Repositories & Acting & Notes;

/** A command on any number of rows may take longer than others. */
type Lasting = {
  /** The transaction is rolled back after so many seconds; 30 where it is not said. */
  timeoutSeconds?: number;
};

/** Changes state: one transaction holds the change, its audit entry and its events. */
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
                outbox: (events) => repositories.outbox.add([...events]),
              },
            ),
          timeoutSeconds === undefined ? {} : { timeoutSeconds },
        ),
    );
    return runOperation(definition, around, raw);
  }
  return named(execute, name, operation);
}
