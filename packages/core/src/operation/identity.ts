import type { z } from "zod";

import type { IdentityContext } from "../context";
import type { Definition, Described } from "./definition";
import { named } from "./named";
import { runOperation } from "./pipeline";
import { noBooks } from "./workspace";

type IdentityDefinition<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  Definition<never, Input, Output, IdentityContext>,
  "permission" | "audit" | "cost"
> & {
  /** Why it leaves no row in the audit log; absent where its handler writes one, in each of the person's workspaces. */
  notAudited?: string;
};

/**
 * An operation on accounts, before a workspace is known: there is no role to ask, so each checks its own secret and counts attempts. Its
 * handler writes its own rows of the audit log, since they go to every workspace of the person.
 */
export function identityOperation<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  { notAudited, ...definition }: IdentityDefinition<Input, Output>,
) {
  const { title, input, output, doors } = definition;
  const whole = { ...definition, permission: "identity", cost: 0 };

  function execute(ctx: IdentityContext, raw: z.input<Input>): Promise<z.output<Output>> {
    const { hooks, door, traceId } = ctx;
    const call = { operation: name, kind: "flow", door, actor: null, workspaceId: null, traceId };
    return runOperation(
      whole,
      {
        call,
        hooks,
        keyId: null,
        isWithin: false,
        isAudited: false,
        authorize: () => undefined,
        open: (work) => work(ctx, noBooks),
        refused: async () => undefined,
      },
      raw,
    );
  }
  return named(execute, name, {
    kind: "flow",
    surface: "identity",
    title,
    permission: null,
    input,
    output,
    doors,
    cost: 0,
    notAudited: notAudited ?? null,
  } as const satisfies Omit<Described<Input, Output>, "name">);
}
