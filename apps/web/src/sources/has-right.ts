/** Scopes that Google answers with in another way than they are asked for. */
const sameScopes: Readonly<Record<string, string>> = {
  email: "https://www.googleapis.com/auth/userinfo.email",
  profile: "https://www.googleapis.com/auth/userinfo.profile",
};
/** Microsoft grants these, and never answers with them. */
const unspoken = ["openid", "offline_access"];

/** Returns whether a right was given. Providers write some scopes in two ways. */
export function hasRight(given: readonly string[], scope: string): boolean {
  return unspoken.includes(scope) || given.some((each) => plain(each) === plain(scope));
}

function plain(scope: string): string {
  return (sameScopes[scope] ?? scope)
    .replace(/^https:\/\/graph\.microsoft\.com\//i, "")
    .toLowerCase();
}
