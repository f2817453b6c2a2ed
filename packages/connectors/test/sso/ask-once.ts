import { randomBytes, randomUUID } from "node:crypto";
import type { Sso, SsoAnswer, SsoPerson, SsoPlace, SsoSettings } from "../../src/sso/sso-words";
import { personAtIssuer } from "./person-at-issuer";

/** Goes to an issuer and back as a browser does. `again` brings the same answer once more. */
export async function askOnce(
  sso: Sso,
  settings: SsoSettings,
  { place, typed }: { place: SsoPlace; typed: Record<string, string> },
): Promise<{ person: SsoPerson; again: () => Promise<SsoPerson> }> {
  const state = randomUUID();
  const secret = {
    verifier: randomBytes(32).toString("base64url"),
    nonce: randomBytes(16).toString("base64url"),
    requestId: `_${randomUUID()}`,
  };
  const begin = await sso.begin(settings, { place, state, secret, isFresh: false });
  const { url, fields } = await personAtIssuer(begin, { callbackUrl: place.callbackUrl, typed });
  const answer: SsoAnswer =
    settings.kind === "oidc"
      ? { kind: "oidc", url }
      : { kind: "saml", response: fields.SAMLResponse ?? "" };
  const finish = () => sso.finish(settings, { place, state, secret, answer });
  return { person: await finish(), again: finish };
}
