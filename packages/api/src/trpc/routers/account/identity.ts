import { acceptInvitation } from "@besunny/core/identity/accept-invitation";
import { confirmSignUp } from "@besunny/core/identity/confirm-sign-up";
import { getEntryRules } from "@besunny/core/identity/get-entry-rules";
import { getInvitation } from "@besunny/core/identity/get-invitation";
import { joinWorkspace } from "@besunny/core/identity/join-workspace";
import { listSessions } from "@besunny/core/identity/list-sessions";
import { getCertificate } from "@besunny/core/identity/mails/get-certificate";
import { getMailSubscription } from "@besunny/core/identity/mails/get-mail-subscription";
import { stopMails } from "@besunny/core/identity/mails/stop-mails";
import { changeLanguage } from "@besunny/core/identity/own/change-language";
import { changeName } from "@besunny/core/identity/own/change-name";
import { changePassword } from "@besunny/core/identity/own/change-password";
import { changeTimeZone } from "@besunny/core/identity/own/change-time-zone";
import { checkClosing } from "@besunny/core/identity/own/check-closing";
import { closeAccount } from "@besunny/core/identity/own/close-account";
import { getOwnAccount } from "@besunny/core/identity/own/get-own-account";
import { requestPasswordReset } from "@besunny/core/identity/request-password-reset";
import { requestSignUp } from "@besunny/core/identity/request-sign-up";
import { resetPassword } from "@besunny/core/identity/reset-password";
import { revokeSession } from "@besunny/core/identity/revoke-session";
import { signOutEverywhere } from "@besunny/core/identity/sign-out-everywhere";
import { getLeaving } from "@besunny/core/members/own/get-leaving";
import { getOwnData } from "@besunny/core/members/own/get-own-data";
import { leaveWorkspace } from "@besunny/core/members/own/leave-workspace";

import { zipOwnData } from "../../../own/zip-own-data";
import { asSession } from "../../../session";
import { anySessionProcedure, personProcedure, publicProcedure, router } from "../../init";
import { publicMutation, publicQuery } from "../../operations";

const mine = { userId: true } as const;
const here = { userId: true, sessionId: true } as const;

export const identityRouter = router({
  entryRules: publicQuery(getEntryRules),
  signUp: publicMutation(requestSignUp),
  confirmSignUp: publicMutation(confirmSignUp),
  requestPasswordReset: publicMutation(requestPasswordReset),
  resetPassword: publicMutation(resetPassword),
  session: publicProcedure.query(async ({ ctx }) => asSession(await ctx.session())),
  certificate: publicQuery(getCertificate),
  invitation: publicQuery(getInvitation),
  acceptInvitation: publicMutation(acceptInvitation),
  mailSubscription: publicQuery(getMailSubscription),
  stopMails: publicMutation(stopMails),

  joinWorkspace: personProcedure
    .meta({ operation: joinWorkspace.name })
    .input(joinWorkspace.input.omit(mine))
    .mutation(({ ctx, input }) =>
      joinWorkspace(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  sessions: personProcedure
    .meta({ operation: listSessions.name })
    .query(({ ctx }) =>
      listSessions(ctx.identity, { userId: ctx.person.user.id, sessionId: ctx.person.sessionId }),
    ),

  revokeSession: personProcedure
    .meta({ operation: revokeSession.name })
    .input(revokeSession.input.omit(mine))
    .mutation(({ ctx, input }) =>
      revokeSession(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  signOutEverywhere: personProcedure
    .meta({ operation: signOutEverywhere.name })
    .input(signOutEverywhere.input.omit(mine).nullish())
    .mutation(({ ctx, input }) =>
      signOutEverywhere(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  changePassword: personProcedure
    .meta({ operation: changePassword.name })
    .input(changePassword.input.omit(here))
    .mutation(({ ctx, input }) =>
      changePassword(ctx.identity, {
        ...input,
        userId: ctx.person.user.id,
        sessionId: ctx.person.sessionId,
      }),
    ),

  changeLanguage: anySessionProcedure
    .meta({ operation: changeLanguage.name })
    .input(changeLanguage.input.omit(mine))
    .mutation(({ ctx, input }) =>
      changeLanguage(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  changeName: personProcedure
    .meta({ operation: changeName.name })
    .input(changeName.input.omit(mine))
    .mutation(({ ctx, input }) =>
      changeName(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  changeTimeZone: anySessionProcedure
    .meta({ operation: changeTimeZone.name })
    .input(changeTimeZone.input.omit(mine))
    .mutation(({ ctx, input }) =>
      changeTimeZone(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  /** All that is kept of the person, as a ZIP in base64. */
  ownData: personProcedure.meta({ operation: getOwnAccount.name }).query(async ({ ctx }) => {
    const workspaces = [];
    for (const caller of await ctx.everyWorkspace()) workspaces.push(await getOwnData(caller, {}));
    const account = await getOwnAccount(ctx.identity, { userId: ctx.person.user.id });
    return { zip: await zipOwnData(account, workspaces) };
  }),

  /** Lists the things that the person would leave behind in each workspace. */
  leaving: personProcedure.meta({ operation: getLeaving.name }).query(async ({ ctx }) => {
    const items = [];
    for (const caller of await ctx.everyWorkspace()) items.push(await getLeaving(caller, {}));
    return { items };
  }),

  checkClosing: personProcedure
    .meta({ operation: checkClosing.name })
    .input(checkClosing.input.omit(mine))
    .mutation(({ ctx, input }) =>
      checkClosing(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  /** Leaves every workspace first, where each takes back what was shared with the person. */
  closeAccount: personProcedure
    .meta({ operation: closeAccount.name })
    .input(closeAccount.input.omit(mine))
    .mutation(async ({ ctx, input }) => {
      const closing = { ...input, userId: ctx.person.user.id };
      await checkClosing(ctx.identity, closing);
      for (const caller of await ctx.everyWorkspace()) await leaveWorkspace(caller, {});
      return closeAccount(ctx.identity, closing);
    }),
});
