import { acceptInvitation } from "./accept-invitation";
import { checkApiKey } from "./check-api-key";
import { checkLink } from "./check-link";
import { checkSession } from "./check-session";
import { confirmSignUp } from "./confirm-sign-up";
import { findActor } from "./find-actor";
import { getEntryRules } from "./get-entry-rules";
import { getInvitation } from "./get-invitation";
import { receiveAppHook } from "./hooks/receive-app-hook";
import { receiveHook } from "./hooks/receive-hook";
import { useConsent } from "./hooks/use-consent";
import { joinWorkspace } from "./join-workspace";
import { listSessions } from "./list-sessions";
import { getMailSubscription } from "./mails/get-mail-subscription";
import { stopMails } from "./mails/stop-mails";
import { makePasswordReset } from "./make-password-reset";
import { makePlatformAdmin } from "./make-platform-admin";
import { changeLanguage } from "./own/change-language";
import { changeName } from "./own/change-name";
import { changePassword } from "./own/change-password";
import { changeTimeZone } from "./own/change-time-zone";
import { checkClosing } from "./own/check-closing";
import { closeAccount } from "./own/close-account";
import { getOwnAccount } from "./own/get-own-account";
import { requestPasswordReset } from "./request-password-reset";
import { requestSignUp } from "./request-sign-up";
import { resetPassword } from "./reset-password";
import { revokeSession } from "./revoke-session";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";
import { signUp } from "./sign-up";

/** Every operation of the slice. */
export const identityOperations = [
  acceptInvitation,
  changeLanguage,
  changeName,
  changePassword,
  changeTimeZone,
  checkApiKey,
  checkClosing,
  checkLink,
  checkSession,
  closeAccount,
  confirmSignUp,
  findActor,
  getEntryRules,
  getInvitation,
  getMailSubscription,
  getOwnAccount,
  joinWorkspace,
  receiveAppHook,
  receiveHook,
  useConsent,
  listSessions,
  makePasswordReset,
  makePlatformAdmin,
  requestPasswordReset,
  requestSignUp,
  resetPassword,
  revokeSession,
  signIn,
  signOut,
  signOutEverywhere,
  signUp,
  stopMails,
] as const;
