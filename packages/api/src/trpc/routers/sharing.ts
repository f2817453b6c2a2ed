import { addComment } from "@besunny/core/comments/add-comment";
import { changeComment } from "@besunny/core/comments/change-comment";
import { deleteComment } from "@besunny/core/comments/delete-comment";
import { listComments } from "@besunny/core/comments/list-comments";
import { createGroup } from "@besunny/core/groups/create-group";
import { deleteGroup } from "@besunny/core/groups/delete-group";
import { listGroups } from "@besunny/core/groups/list-groups";
import { putGroupMember } from "@besunny/core/groups/put-group-member";
import { removeGroupMember } from "@besunny/core/groups/remove-group-member";
import { renameGroup } from "@besunny/core/groups/rename-group";
import { changeNoticeSettings } from "@besunny/core/notifications/change-notice-settings";
import { getNoticeSettings } from "@besunny/core/notifications/get-notice-settings";
import { listNotices } from "@besunny/core/notifications/list-notices";
import { markNoticesRead } from "@besunny/core/notifications/mark-notices-read";
import { createLink } from "@besunny/core/sharing/create-link";
import { getDocumentAccess } from "@besunny/core/sharing/get-document-access";
import { listSharedWithMe } from "@besunny/core/sharing/list-shared-with-me";
import { revokeLink } from "@besunny/core/sharing/revoke-link";
import { shareDocument } from "@besunny/core/sharing/share-document";
import { unshareDocument } from "@besunny/core/sharing/unshare-document";

import { router } from "../init";
import { mutation, query } from "../operations";

export const sharingRouter = router({
  access: query(getDocumentAccess),
  withMe: query(listSharedWithMe),
  share: mutation(shareDocument),
  unshare: mutation(unshareDocument),
  createLink: mutation(createLink),
  revokeLink: mutation(revokeLink),
});

export const commentsRouter = router({
  list: query(listComments),
  add: mutation(addComment),
  change: mutation(changeComment),
  delete: mutation(deleteComment),
});

export const noticesRouter = router({
  list: query(listNotices),
  markRead: mutation(markNoticesRead),
  settings: query(getNoticeSettings),
  changeSettings: mutation(changeNoticeSettings),
});

export const groupsRouter = router({
  list: query(listGroups),
  create: mutation(createGroup),
  rename: mutation(renameGroup),
  delete: mutation(deleteGroup),
  putMember: mutation(putGroupMember),
  removeMember: mutation(removeGroupMember),
});
