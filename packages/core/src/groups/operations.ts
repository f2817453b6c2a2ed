import { createGroup } from "./create-group";
import { deleteGroup } from "./delete-group";
import { listGroups } from "./list-groups";
import { putGroupMember } from "./put-group-member";
import { removeGroupMember } from "./remove-group-member";
import { renameGroup } from "./rename-group";

/** Every operation of the slice. */
export const groupsOperations = [
  createGroup,
  deleteGroup,
  listGroups,
  putGroupMember,
  removeGroupMember,
  renameGroup,
] as const;
