import { randomUUID } from "node:crypto";
import { type Profile, SAML, ValidateInResponseTo } from "@node-saml/node-saml";

import {
  type SamlSettings,
  type Sso,
  type SsoAnswer,
  type SsoPerson,
  type SsoPlace,
  SsoRefused,
  type SsoSecret,
} from "../sso-words";
import { personIn } from "./person-in";
import { refuseOddXml } from "./refuse-odd-xml";

const SKEW_MS = 60_000;
const MOST_AGE_MS = 10 * 60_000;

type Asked = { place: SsoPlace; state: string; secret: SsoSecret };

/** Returns an id for a request, of the form that SAML demands: no digit comes first. */
export function aRequestId(): string {
  return `_${randomUUID()}`;
}

export function beginSaml(
  settings: SamlSettings,
  { place, state, secret, isFresh }: Asked & { isFresh: boolean },
): ReturnType<Sso["begin"]> {
  const saml = partner(settings, place, secret, isFresh);
  return saml.getAuthorizeUrlAsync(state, undefined, {});
}

/**
 * Checks a response. The library checks the signature and its reach, times and audience. We check beside it what it leaves out: unusual XML and
 * algorithms, issuer, destination, recipient, and that the assertion itself answers our request.
 */
export async function finishSaml(
  settings: SamlSettings,
  { place, secret, answer }: Asked & { answer: SsoAnswer },
): Promise<SsoPerson> {
  if (answer.kind !== "saml") throw new SsoRefused("The answer is not one of SAML");
  refuseOddXml(Buffer.from(answer.response, "base64").toString("utf8"), place.callbackUrl);
  const saml = partner(settings, place, secret, false);
  const { profile } = await saml
    .validatePostResponseAsync({ SAMLResponse: answer.response })
    .catch((error: unknown): { profile: Profile | null } => {
      throw new SsoRefused(reasonOf(error), { cause: error });
    });
  const assertion: unknown = profile?.getAssertion?.();
  if (!assertion) throw new SsoRefused("The response holds no assertion");
  return personIn(assertion, { settings, place, requestId: secret.requestId });
}

function partner(
  { issuer, signInUrl, certificates }: SamlSettings,
  { entityId, callbackUrl }: SsoPlace,
  { requestId }: SsoSecret,
  isFresh: boolean,
): SAML {
  const asked = new Date().toISOString();
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl,
    entryPoint: signInUrl,
    idpIssuer: issuer,
    idpCert: [...certificates],
    // Issuers sign the response, the assertion, or both. The library reads only what is signed.
    wantAssertionsSigned: false,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: SKEW_MS,
    maxAssertionAgeMs: MOST_AGE_MS,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    forceAuthn: isFresh,
    generateUniqueId: () => requestId,
    validateInResponseTo: ValidateInResponseTo.always,
    // The request is a row of PostgreSQL that was claimed before this check, so it is known here and counts once.
    cacheProvider: {
      saveAsync: async (_key, value) => ({ value, createdAt: Date.parse(asked) }),
      getAsync: async (key) => (key === requestId ? asked : null),
      removeAsync: async (key) => key,
    },
  });
}

/** The library's messages name what failed, and hold values of the response in brackets alone. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  return `The response was refused: ${message.split(/[:(]/)[0]?.slice(0, 100) ?? ""}`;
}
