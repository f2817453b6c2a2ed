import * as openid from "openid-client";

import { SourceFailure } from "../sources/failures";
import type { OAuthClient } from "./provider";

const DAY = 24 * 60 * 60 * 1000;

const names: Record<OAuthClient["provider"], string> = {
  google: "Google",
  microsoft: "Microsoft",
  dropbox: "Dropbox",
  imap: "The mail server",
};

/** Codes by which Microsoft says that only an admin of the organisation can allow the access. */
const adminCodes = /AADSTS(65001|90094|90093|900941)\b/;

/** Returns the failure for an answer that came without a code. */
export function afterConsent(
  client: OAuthClient,
  error: string,
  description: string | null,
): SourceFailure {
  const name = names[client.provider];
  if (isForAdmins(error, description)) return adminConsentRequired(name);
  if (error === "access_denied") {
    return refused("consent-denied", `${name} says that the access was not allowed.`);
  }
  if (error === "state-mismatch") {
    return refused(
      "state-mismatch",
      "The answer does not belong to this attempt. Please begin again.",
    );
  }
  return refused(plainCode(error), `${name} did not allow the access (${plainCode(error)}).`);
}

/** Returns the failure for a code that could not become tokens. */
export function afterExchange(client: OAuthClient, error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const name = names[client.provider];
  const told = bodyOf(error);
  if (!told) return down(name, error);
  if (isForAdmins(told.error, told.description)) return adminConsentRequired(name);
  if (told.error === "invalid_client" || told.error === "unauthorized_client") {
    return refused(told.error, `${name} does not know this client, or its secret is wrong.`);
  }
  if (told.error === "invalid_grant") {
    return refused("invalid_grant", `${name} takes this answer no more. Please begin again.`);
  }
  return refused(plainCode(told.error), `${name} refused the exchange (${plainCode(told.error)}).`);
}

/** Returns the failure for a token that could not be refreshed. */
export function afterRefresh(
  client: OAuthClient,
  error: unknown,
  { consentedAt, now }: { consentedAt: Date | null; now: Date },
): SourceFailure {
  const told = bodyOf(error);
  if (told?.error !== "invalid_grant" && told?.error !== "interaction_required") {
    return afterExchange(client, error);
  }
  const name = names[client.provider];
  if (isForAdmins(told.error, told.description)) return adminConsentRequired(name);
  const reason = reasonOf(client, told.description, consentedAt, now);
  return new SourceFailure("reconnect-needed", sentences[reason](name), { reason });
}

type Reason = "expired" | "revoked" | "testing-ended" | "password-changed" | "consent";

const sentences: Record<Reason, (name: string) => string> = {
  expired: (name) => `The access to ${name} has expired. Please connect again.`,
  revoked: (name) => `The access to ${name} was taken back or has expired. Please connect again.`,
  "testing-ended": (name) =>
    `The consent screen of the ${name} client is in "Testing", where access ends after seven days. An admin must publish it; then connect again.`,
  "password-changed": (name) => `The password at ${name} was changed. Please connect again.`,
  consent: (name) => `${name} asks for the consent again. Please connect again.`,
};

function reasonOf(
  { provider }: OAuthClient,
  description: string | null,
  consentedAt: Date | null,
  now: Date,
): Reason {
  const text = description ?? "";
  if (provider === "google") {
    const days = consentedAt ? (now.getTime() - consentedAt.getTime()) / DAY : 0;
    return days >= 6.5 && days <= 7.5 ? "testing-ended" : "revoked";
  }
  if (/AADSTS(50173|50133)\b/.test(text)) return "password-changed";
  if (/AADSTS(700082|700084|70043)\b/.test(text)) return "expired";
  if (/AADSTS(65001|50076|50079|53003)\b/.test(text)) return "consent";
  return "revoked";
}

const isForAdmins = (error: string, description: string | null): boolean =>
  error === "admin_consent_required" || adminCodes.test(description ?? "");

const adminConsentRequired = (name: string) =>
  refused(
    "admin-consent-required",
    `An admin of your organisation must allow this at ${name} first.`,
  );

function bodyOf(error: unknown): { error: string; description: string | null } | null {
  if (!(error instanceof openid.ResponseBodyError) || error.status >= 500) return null;
  return { error: error.error, description: error.error_description ?? null };
}

function refused(code: string, message: string): SourceFailure<"refused"> {
  return new SourceFailure("refused", message, { code });
}

/** An answer that is not of the protocol. The error behind it may hold tokens, so it is left out. */
function down(name: string, error: unknown): SourceFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  const isBroken = code !== null && /JWT|CLAIM|RESPONSE|PARSE/.test(code);
  if (isBroken && !/NOT_JSON|NOT_CONFORM|PARSE/.test(code)) {
    return refused(plainCode(code), `The answer of ${name} could not be trusted.`);
  }
  return new SourceFailure("provider-down", `${name} does not answer as it should.`, {});
}

const plainCode = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
