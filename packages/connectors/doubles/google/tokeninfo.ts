import { subjectOf } from "../oauth";
import type { Answer, Asked, Manner } from "../serving/asked";
import { googleTrouble } from "./errors";

/** Google's word on a token: whose it is, and what it may. */
export function tokenInfoDouble(): Manner {
  return {
    service: "google-tokeninfo",
    trouble: googleTrouble,
    routes: [{ method: "POST", path: "/oauth/google/tokeninfo", answer: tokenInfo }],
  };
}

function tokenInfo({ caller }: Asked): Answer {
  const { address = "", scopes = [] } = caller ?? {};
  return {
    json: {
      sub: subjectOf(address),
      email: address,
      email_verified: "true",
      scope: scopes.join(" "),
      expires_in: "3599",
      access_type: "offline",
    },
  };
}
