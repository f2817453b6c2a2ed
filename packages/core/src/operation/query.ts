import type { Repositories } from "@besunny/db/database";
import type { z } from "zod";

import type { Action } from "../access/actions";
import type { WorkspaceContext } from "../context";
import type { Caller } from "./caller";
import type { Definition } from "./definition";
import { named } from "./named";
import { runOperation } from "./pipeline";
import { together } from "./together";
import { type Acting, acting, described, inWorkspace, noBooks, scopeOf } from "./workspace";

/** The tools of a query: repositories of one transaction in which PostgreSQL refuses every write. */
export type QueryTools = Repositories & Acting;

/** The longest time for the figures of one screen: each has a limit of its own. */
const MOST_SECONDS = 180;

/** Returns an operation that reads state in one short, read-only transaction. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  definition: Definition<Action, Input, Output, QueryTools> & {
    /** True: everything that it reads is of one moment. */
    isOfOneMoment?: true;
    /** True: the answer depends on scope and input alone, so calls that come at once share one reading. */
    isShared?: true;
  },
) {
  const operation = described("query", definition);

  function execute(
    given: Caller | WorkspaceContext,
    raw: z.input<Input>,
  ): Promise<z.output<Output>> {
    const around = inWorkspace<QueryTools>(operation, name, given, (ctx) => (work) => {
      const read = () =>
        ctx.db.read(
          scopeOf(ctx),
          (repositories) => work({ ...repositories, ...acting(ctx) }, noBooks),
          definition.isOfOneMoment ? { isOfOneMoment: true, timeoutSeconds: MOST_SECONDS } : {},
        );
      if (!definition.isShared) return read();
      return together(ctx.db, JSON.stringify([name, scopeOf(ctx), raw]), read);
    });
    return runOperation(definition, around, raw);
  }
  return named(execute, name, operation);
}
