import type { Scope } from "../scope";

declare const compiled: unique symbol;

type Kinds =
  | { kind: "platform" }
  | { kind: "workspace"; workspaceId: string }
  | { kind: "principals"; workspaceId: string; principals: readonly string[] };

/**
 * The rows that a figure may count: all workspaces, all of one, or in one the documents of some principals. Only the two functions below
 * make one, so that no caller widens it.
 */
export type AnalyticsScope = Kinds & { readonly [compiled]: true };

/** Returns the scope of platform admins. */
export function platformScope(): AnalyticsScope {
  return branded({ kind: "platform" });
}

/** Returns the scope of a call in a workspace. Principals other than `all` count from documents that they may see, and from nothing else. */
export function workspaceScope({ workspaceId, principals }: Scope): AnalyticsScope {
  return branded(
    principals.includes("all")
      ? { kind: "workspace", workspaceId }
      : { kind: "principals", workspaceId, principals },
  );
}

function branded(scope: Kinds): AnalyticsScope {
  return scope as AnalyticsScope;
}
