import { acceptInvitation } from "./accept-invitation";
import { beginPasskeySignIn } from "./begin-passkey-sign-in";
import { checkApiKey } from "./check-api-key";
import { checkLink } from "./check-link";
import { checkSession } from "./check-session";
import { confirmSignUp } from "./confirm-sign-up";
import { beginConfirming } from "./confirming/begin-confirming";
import { confirmSession } from "./confirming/confirm-session";
import { proveAddress } from "./confirming/prove-address";
import { requestAddressProof } from "./confirming/request-address-proof";
import { beginPasskey } from "./factors/begin-passkey";
import { beginTotp } from "./factors/begin-totp";
import { confirmTotp } from "./factors/confirm-totp";
import { finishPasskey } from "./factors/finish-passkey";
import { getSecurity } from "./factors/get-security";
import { makeRecoveryCodes } from "./factors/make-recovery-codes";
import { removePasskey } from "./factors/remove-passkey";
import { removePassword } from "./factors/remove-password";
import { removeTotp } from "./factors/remove-totp";
import { renamePasskey } from "./factors/rename-passkey";
import { findActor } from "./find-actor";
import { finishSignIn } from "./finish-sign-in";
import { getEntryRules } from "./get-entry-rules";
import { getInvitation } from "./get-invitation";
import { receiveAppHook } from "./hooks/receive-app-hook";
import { receiveHook } from "./hooks/receive-hook";
import { receiveInbound } from "./hooks/receive-inbound";
import { receiveSlack } from "./hooks/receive-slack";
import { useConsent } from "./hooks/use-consent";
import { joinWorkspace } from "./join-workspace";
import { listSessions } from "./list-sessions";
import { getCertificate } from "./mails/get-certificate";
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
import { signInWithPasskey } from "./sign-in-with-passkey";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";
import { signUp } from "./sign-up";
import { beginSso } from "./sso/begin-sso";
import { findOrganisation } from "./sso/find-organisation";
import { finishSso } from "./sso/finish-sso";
import { listOrganisations } from "./sso/list-organisations";
import { openSso } from "./sso/open-sso";
import { receiveLogout } from "./sso/receive-logout";
import { unlinkOrganisation } from "./sso/unlink-organisation";
import { checkSupabaseToken } from "./supabase/check-supabase-token";

/** Every operation of the slice. */
export const identityOperations = [
  checkSupabaseToken,
  beginSso,
  finishSso,
  openSso,
  findOrganisation,
  listOrganisations,
  unlinkOrganisation,
  receiveLogout,
  beginConfirming,
  confirmSession,
  requestAddressProof,
  proveAddress,
  getSecurity,
  beginTotp,
  confirmTotp,
  removeTotp,
  makeRecoveryCodes,
  beginPasskey,
  finishPasskey,
  renamePasskey,
  removePasskey,
  removePassword,
  beginPasskeySignIn,
  signInWithPasskey,
  finishSignIn,
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
  getCertificate,
  getInvitation,
  getMailSubscription,
  getOwnAccount,
  joinWorkspace,
  receiveAppHook,
  receiveHook,
  receiveInbound,
  receiveSlack,
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
