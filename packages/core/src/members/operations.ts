import { changeMemberRole } from "./change-member-role";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { listMembers } from "./list-members";
import { getLeaving } from "./own/get-leaving";
import { getOwnData } from "./own/get-own-data";
import { leaveWorkspace } from "./own/leave-workspace";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

/** Every operation of the slice. */
export const membersOperations = [
  changeMemberRole,
  getLeaving,
  getOwnData,
  inviteMember,
  leaveWorkspace,
  listInvitations,
  listMembers,
  removeMember,
  revokeInvitation,
] as const;
