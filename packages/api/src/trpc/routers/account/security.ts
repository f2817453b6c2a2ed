import type { IdentityContext } from "@besunny/core/context";
import { beginPasskeySignIn } from "@besunny/core/identity/begin-passkey-sign-in";
import { beginConfirming } from "@besunny/core/identity/confirming/begin-confirming";
import { confirmSession } from "@besunny/core/identity/confirming/confirm-session";
import { proveAddress } from "@besunny/core/identity/confirming/prove-address";
import { requestAddressProof } from "@besunny/core/identity/confirming/request-address-proof";
import { beginPasskey } from "@besunny/core/identity/factors/begin-passkey";
import { beginTotp } from "@besunny/core/identity/factors/begin-totp";
import { confirmTotp } from "@besunny/core/identity/factors/confirm-totp";
import { finishPasskey } from "@besunny/core/identity/factors/finish-passkey";
import { getSecurity } from "@besunny/core/identity/factors/get-security";
import { makeRecoveryCodes } from "@besunny/core/identity/factors/make-recovery-codes";
import { removePasskey } from "@besunny/core/identity/factors/remove-passkey";
import { removePassword } from "@besunny/core/identity/factors/remove-password";
import { removeTotp } from "@besunny/core/identity/factors/remove-totp";
import { renamePasskey } from "@besunny/core/identity/factors/rename-passkey";
import { findOrganisation } from "@besunny/core/identity/sso/find-organisation";
import { listOrganisations } from "@besunny/core/identity/sso/list-organisations";
import { unlinkOrganisation } from "@besunny/core/identity/sso/unlink-organisation";
import { z } from "zod";

import type { App } from "../../../request-context";
import { anySessionProcedure, personProcedure, publicProcedure, router } from "../../init";
import { publicMutation } from "../../operations";

type Here = { userId: string; sessionId: string; app: App };

type Operation<Raw, Output> = ((ctx: IdentityContext, raw: Raw) => Promise<Output>) & {
  readonly name: string;
};

/** The part that the page sends; the door adds who the person is, in which session and in which app. */
type Sent<Raw> = Omit<Raw, keyof Here>;

/** Returns the procedure of an operation on the account of the person who asks. The operation reads the input. */
function own<Raw, Output>(operation: Operation<Raw, Output>, procedure = personProcedure) {
  return procedure
    .meta({ operation: operation.name })
    .input(
      (raw: unknown) =>
        raw as Record<never, never> extends Sent<Raw> ? Sent<Raw> | undefined : Sent<Raw>,
    )
    .mutation(({ ctx, input }) =>
      operation(
        ctx.identity,
        withPerson<Raw>(input, {
          userId: ctx.person.user.id,
          sessionId: ctx.person.sessionId,
          app: ctx.app,
        }),
      ),
    );
}

/** The person's own fields come last, so that nobody sends those of another. */
function withPerson<Raw>(sent: unknown, here: Here): Raw {
  const fields = z
    .looseObject({})
    .catch({})
    .parse(sent ?? {});
  return { ...fields, ...here } as Raw;
}

/** The ways by which the person signs in, and proofs that they repeat. */
export const securityRouter = router({
  get: personProcedure
    .meta({ operation: getSecurity.name })
    .query(({ ctx }) => getSecurity(ctx.identity, { userId: ctx.person.user.id })),

  beginConfirming: own(beginConfirming, anySessionProcedure),
  confirm: own(confirmSession, anySessionProcedure),
  requestAddressProof: own(requestAddressProof),
  proveAddress: publicMutation(proveAddress),

  beginTotp: own(beginTotp),
  confirmTotp: own(confirmTotp),
  removeTotp: own(removeTotp),
  makeRecoveryCodes: own(makeRecoveryCodes),

  beginPasskey: own(beginPasskey),
  finishPasskey: own(finishPasskey),
  renamePasskey: own(renamePasskey),
  removePasskey: own(removePasskey),
  removePassword: own(removePassword),

  findOrganisation: publicMutation(findOrganisation),
  organisations: personProcedure
    .meta({ operation: listOrganisations.name })
    .query(({ ctx }) => listOrganisations(ctx.identity, { userId: ctx.person.user.id })),
  unlinkOrganisation: own(unlinkOrganisation),

  beginPasskeySignIn: publicProcedure
    .meta({ operation: beginPasskeySignIn.name })
    .mutation(({ ctx }) => beginPasskeySignIn(ctx.identity, { app: ctx.app })),
});
