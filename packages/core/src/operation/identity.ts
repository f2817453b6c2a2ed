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
  /** The reason why it leaves no audit row; absent if its handler writes one, in each of the person's workspaces. */
  notAudited?: string;
};

/**
 * Returns an operation on accounts, before a workspace is known. There is no role to check, so each operation checks its own secret and
 * counts attempts. Its handler writes its own audit rows, because they go to every workspace of the person.
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
        came: { keyId: null, sessionId: null, ip: ctx.ip, userAgent: ctx.userAgent },
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
