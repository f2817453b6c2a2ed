import { acceptInvitation, getInvitation } from "@besunny/core/identity/accept-invitation";
import { changeName, changePassword } from "@besunny/core/identity/change-password";
import {
  listSessions,
  revokeSession,
  signOutEverywhere,
} from "@besunny/core/identity/manage-sessions";
import { signUp } from "@besunny/core/identity/sign-up";
import { asSession } from "../../session";
import { personProcedure, publicProcedure, router } from "../init";

const mine = { userId: true } as const;
const here = { userId: true, sessionId: true } as const;

export const identityRouter = router({
  signUp: publicProcedure
    .input(signUp.input)
    .mutation(({ ctx, input }) => signUp(ctx.identity, input)),

  session: publicProcedure.query(async ({ ctx }) => asSession(await ctx.session())),

  invitation: publicProcedure
    .input(getInvitation.input)
    .query(({ ctx, input }) => getInvitation(ctx.identity, input)),

  acceptInvitation: publicProcedure
    .input(acceptInvitation.input)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.identity, input)),

  sessions: personProcedure.query(({ ctx }) =>
    listSessions(ctx.identity, { userId: ctx.person.user.id, sessionId: ctx.person.sessionId }),
  ),

  revokeSession: personProcedure
    .input(revokeSession.input.omit(mine))
    .mutation(({ ctx, input }) =>
      revokeSession(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  signOutEverywhere: personProcedure
    .input(signOutEverywhere.input.omit(mine).nullish())
    .mutation(({ ctx, input }) =>
      signOutEverywhere(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),

  changePassword: personProcedure
    .input(changePassword.input.omit(here))
    .mutation(({ ctx, input }) =>
      changePassword(ctx.identity, {
        ...input,
        userId: ctx.person.user.id,
        sessionId: ctx.person.sessionId,
      }),
    ),

  changeName: personProcedure
    .input(changeName.input.omit(mine))
    .mutation(({ ctx, input }) =>
      changeName(ctx.identity, { ...input, userId: ctx.person.user.id }),
    ),
});
