import { addDomain } from "./add-domain";
import { checkDomain } from "./check-domain";
import { getSignIn } from "./get-sign-in";
import { keepSecret } from "./keep-secret";
import { proveDomain } from "./prove-domain";
import { putConnection } from "./put-connection";
import { putPolicy } from "./put-policy";
import { removeConnection } from "./remove-connection";
import { removeDomain } from "./remove-domain";
import { saveConnection } from "./save-connection";
import { syncMember } from "./sync-member";
import { turnConnection } from "./turn-connection";

/** Every operation of the slice. */
export const ssoOperations = [
  addDomain,
  checkDomain,
  getSignIn,
  keepSecret,
  proveDomain,
  putConnection,
  putPolicy,
  removeConnection,
  removeDomain,
  saveConnection,
  syncMember,
  turnConnection,
] as const;
