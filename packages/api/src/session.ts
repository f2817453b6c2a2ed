import type { CheckedSession } from "@besunny/core/identity/check-session";

/** Returns the session as pages may see it; null if nobody is signed in. */
export function asSession(checked: CheckedSession | null) {
  if (!checked) return null;
  const { user, workspaces, suspended, current, barred, isOfOrganisation } = checked;
  return {
    user,
    workspaces,
    suspended,
    barred,
    isOfOrganisation,
    workspaceId: current?.workspaceId ?? null,
    role: current?.actor.kind === "user" ? current.actor.role : null,
  };
}

export type Session = NonNullable<ReturnType<typeof asSession>>;
