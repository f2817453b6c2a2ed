import { addDomain } from "@besunny/core/sso/add-domain";
import { checkDomain } from "@besunny/core/sso/check-domain";
import { getSignIn } from "@besunny/core/sso/get-sign-in";
import { putConnection } from "@besunny/core/sso/put-connection";
import { putPolicy } from "@besunny/core/sso/put-policy";
import { removeConnection } from "@besunny/core/sso/remove-connection";
import { removeDomain } from "@besunny/core/sso/remove-domain";
import { turnConnection } from "@besunny/core/sso/turn-connection";

import { router, workspaceProcedure } from "../../init";
import { mutation } from "../../operations";

/** The sign-in to a workspace: its policy, and its organisation's sign-in. */
export const signInRouter = router({
  get: workspaceProcedure
    .meta({ operation: getSignIn.name })
    .query(({ ctx }) => getSignIn(ctx.workspace, { webUrl: ctx.urls.web })),

  putPolicy: mutation(putPolicy),
  putConnection: mutation(putConnection),
  turnConnection: mutation(turnConnection),
  removeConnection: mutation(removeConnection),
  addDomain: mutation(addDomain),
  removeDomain: mutation(removeDomain),
  checkDomain: mutation(checkDomain),
});
