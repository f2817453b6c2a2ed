import { createLink } from "./create-link";
import { getDocumentAccess } from "./get-document-access";
import { getLinkedDocument } from "./get-linked-document";
import { listSharedWithMe } from "./list-shared-with-me";
import { openLink } from "./open-link";
import { revokeLink } from "./revoke-link";
import { shareDocument } from "./share-document";
import { unshareDocument } from "./unshare-document";

/** Every operation of the slice. */
export const sharingOperations = [
  createLink,
  getDocumentAccess,
  getLinkedDocument,
  listSharedWithMe,
  openLink,
  revokeLink,
  shareDocument,
  unshareDocument,
] as const;
