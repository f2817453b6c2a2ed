import { SourceFailure } from "../sources/failures";
import type { ScopeInWords } from "../sources/source";

/** Scopes that providers write in two ways: as they are asked for, and as they come back. */
const sameScopes: Readonly<Record<string, string>> = {
  email: "https://www.googleapis.com/auth/userinfo.email",
  profile: "https://www.googleapis.com/auth/userinfo.profile",
};

/** Never in the answer of Microsoft, though they are granted. */
const unspoken = new Set(["openid", "offline_access"]);

/** Returns the scopes of an answer. */
export function splitScopes(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((scope) => scope !== ""))].sort();
}

const plainOf = (scope: string): string =>
  (sameScopes[scope] ?? scope).replace(/^https:\/\/graph\.microsoft\.com\//i, "").toLowerCase();

/** Returns the asked scopes that a person did not give: people can untick them. */
export function missingScopes<Asked extends string | ScopeInWords>(
  asked: readonly Asked[],
  given: readonly string[],
): Asked[] {
  const has = new Set(given.map(plainOf));
  return asked.filter((one) => {
    const scope = typeof one === "string" ? one : one.scope;
    return !unspoken.has(scope) && !has.has(plainOf(scope));
  });
}

/** Throws `scope-missing` for the first needed right that is missing. */
export function demandScopes(asked: readonly ScopeInWords[], given: readonly string[]): void {
  const [first] = missingScopes(asked, given).filter(({ isNeeded }) => isNeeded);
  if (!first) return;
  const { scope, words } = first;
  throw new SourceFailure("scope-missing", `The account did not allow this: ${words}`, { scope });
}
