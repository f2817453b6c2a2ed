import { createApiKey } from "@besunny/core/keys/create-api-key";
import { listAllApiKeys } from "@besunny/core/keys/list-all-api-keys";
import { listApiKeys } from "@besunny/core/keys/list-api-keys";
import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { changeMemberRole } from "@besunny/core/members/change-member-role";
import { inviteMember } from "@besunny/core/members/invite-member";
import { listInvitations } from "@besunny/core/members/list-invitations";
import { listMembers } from "@besunny/core/members/list-members";
import { getOwnData } from "@besunny/core/members/own/get-own-data";
import { removeMember } from "@besunny/core/members/remove-member";
import { revokeInvitation } from "@besunny/core/members/revoke-invitation";

import { sendInvitation } from "../../auth/send-invitation";
import { router, workspaceProcedure } from "../init";
import { mutation, query } from "../operations";

export const membersRouter = router({
  list: query(listMembers),

  invite: workspaceProcedure
    .meta({ operation: inviteMember.name })
    .input(inviteMember.input)
    .mutation(async ({ ctx, input }) =>
      sendInvitation(ctx, await inviteMember(ctx.workspace, input)),
    ),

  invitations: query(listInvitations),
  revokeInvitation: mutation(revokeInvitation),
  changeRole: mutation(changeMemberRole),
  remove: mutation(removeMember),
  ownData: query(getOwnData),
  apiKeys: query(listApiKeys),
  allApiKeys: query(listAllApiKeys),
  createApiKey: mutation(createApiKey),
  revokeApiKey: mutation(revokeApiKey),
});
