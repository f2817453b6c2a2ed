import type { IdentityContext } from "../../context";

type AccountAction =
  | "identity.signIn"
  | "identity.signInFailed"
  | "identity.signOut"
  | "identity.sessionRevoked"
  | "identity.signedOutEverywhere"
  | "identity.passwordChanged"
  | "identity.passwordReset";

/** An entry of the audit log about a person's own account; with where the request came from, never with a secret. */
export function accountEntry(
  { ip, userAgent }: Pick<IdentityContext, "ip" | "userAgent">,
  action: AccountAction,
  userId: string,
  details: Record<string, string | number> = {},
) {
  return {
    actorId: userId,
    action,
    input: { ...details, ip, userAgent: userAgent.slice(0, 300) },
  };
}
