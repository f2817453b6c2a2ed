import { z } from "zod";

import type { IdentityContext } from "../context";
import { refuseOrganisation } from "../errors";
import type { Definition, Described } from "./definition";
import { named } from "./named";
import { runOperation } from "./pipeline";
import { refuseStale } from "./step-up";
import { noBooks } from "./workspace";

const person = z.object({ userId: z.string(), sessionId: z.string() });

type IdentityDefinition<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  Definition<never, Input, Output, IdentityContext>,
  "permission" | "audit" | "cost" | "stepUp"
> & {
  /** The reason why it leaves no audit row; absent if its handler writes one, in each of the person's workspaces. */
  notAudited?: string;
  /** True: its input names the person and their session, which must have proven within the last minutes who they are. */
  stepUp?: true;
};

/**
 * Returns an operation on accounts, before a workspace is known. There is no role to check, so each operation checks its own secret and
 * counts attempts. Its handler writes its own audit rows, because they go to every workspace of the person.
 */
export function identityOperation<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  { notAudited, stepUp, ...definition }: IdentityDefinition<Input, Output>,
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
        mustBeFresh: () => undefined,
        open: async (work) => {
          if (stepUp) await mustBeFresh(ctx, raw);
          return work(ctx, noBooks);
        },
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
    stepUp: stepUp === true,
    notAudited: notAudited ?? null,
  } as const satisfies Omit<Described<Input, Output>, "name">);
}

/**
 * The row of the session says when its person last proved who they are. A session that an organisation opened changes no account: the organisation
 * would hold it permanently.
 */
async function mustBeFresh({ db, clock }: IdentityContext, raw: unknown): Promise<void> {
  const { userId, sessionId } = person.parse(raw);
  const session = await db.identity.sessions.findConfirmed(userId, sessionId);
  if (session?.connectionId) refuseOrganisation();
  refuseStale(session?.confirmedAt, clock());
}
