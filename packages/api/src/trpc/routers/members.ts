import { createApiKey } from "@besunny/core/keys/create-api-key";
import { listAllApiKeys } from "@besunny/core/keys/list-all-api-keys";
import { listApiKeys } from "@besunny/core/keys/list-api-keys";
import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { changeMemberRole } from "@besunny/core/members/change-member-role";
import { inviteMember } from "@besunny/core/members/invite-member";
import { listInvitations } from "@besunny/core/members/list-invitations";
import { listMembers } from "@besunny/core/members/list-members";
import { removeMember } from "@besunny/core/members/remove-member";
import { revokeInvitation } from "@besunny/core/members/revoke-invitation";

import { sendInvitation } from "../../auth/send-invitation";
import { router, workspaceProcedure } from "../init";

export const membersRouter = router({
  list: workspaceProcedure
    .input(listMembers.input)
    .query(({ ctx, input }) => listMembers(ctx.workspace, input)),

  invite: workspaceProcedure
    .input(inviteMember.input)
    .mutation(async ({ ctx, input }) =>
      sendInvitation(ctx, await inviteMember(ctx.workspace, input)),
    ),

  invitations: workspaceProcedure
    .input(listInvitations.input)
    .query(({ ctx, input }) => listInvitations(ctx.workspace, input)),

  revokeInvitation: workspaceProcedure
    .input(revokeInvitation.input)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.workspace, input)),

  changeRole: workspaceProcedure
    .input(changeMemberRole.input)
    .mutation(({ ctx, input }) => changeMemberRole(ctx.workspace, input)),

  remove: workspaceProcedure
    .input(removeMember.input)
    .mutation(({ ctx, input }) => removeMember(ctx.workspace, input)),

  apiKeys: workspaceProcedure
    .input(listApiKeys.input)
    .query(({ ctx, input }) => listApiKeys(ctx.workspace, input)),

  allApiKeys: workspaceProcedure
    .input(listAllApiKeys.input)
    .query(({ ctx, input }) => listAllApiKeys(ctx.workspace, input)),

  createApiKey: workspaceProcedure
    .input(createApiKey.input)
    .mutation(({ ctx, input }) => createApiKey(ctx.workspace, input)),

  revokeApiKey: workspaceProcedure
    .input(revokeApiKey.input)
    .mutation(({ ctx, input }) => revokeApiKey(ctx.workspace, input)),
});
