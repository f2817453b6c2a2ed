import { resolveTxt } from "node:dns/promises";

import { createGuardedFetch, type GuardedFetch } from "../guarded-fetch";
import { beginOidc, checkOidc, finishOidc } from "./oidc";
import { readLogoutToken } from "./oidc-logout";
import { beginSaml, finishSaml } from "./saml/saml";
import type { Sso } from "./sso-words";

/** Makes the one that asks real issuers. `allowList` names issuers of the own network. */
export function createSso({
  allowList = [],
  guardedFetch = createGuardedFetch({ allowList }),
  resolve = resolveTxt,
}: {
  allowList?: readonly string[];
  guardedFetch?: GuardedFetch;
  resolve?: (name: string) => Promise<string[][]>;
} = {}): Sso {
  const by = { guardedFetch, allowList };
  return {
    begin: (settings, asked) =>
      settings.kind === "oidc" ? beginOidc(settings, asked, by) : beginSaml(settings, asked),
    finish: (settings, asked) =>
      settings.kind === "oidc" ? finishOidc(settings, asked, by) : finishSaml(settings, asked),
    check: async (settings) => {
      if (settings.kind === "oidc") await checkOidc(settings, by);
    },
    readLogout: (settings, token) => readLogoutToken(settings, token, by),
    async txtRecords(name) {
      const records = await resolve(name).catch(() => []);
      return records.map((parts) => parts.join(""));
    },
  };
}
