import type { ScopeInWords } from "../source";

/** The rights that each kind needs. Without `offline_access` Microsoft hands out nothing to refresh a token with. */
export const signedIn: readonly ScopeInWords[] = [
  { scope: "openid", words: "Know who you are", isNeeded: true },
  { scope: "offline_access", words: "Stay connected while you are away", isNeeded: true },
  { scope: "User.Read", words: "Read your name and address", isNeeded: true },
];
