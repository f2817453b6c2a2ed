import { createHash } from "node:crypto";

import * as openid from "openid-client";

import { exchangingConfiguration, plainConfiguration } from "./configuration";
import { afterConsent, afterExchange, afterRefresh } from "./failures";
import type { OAuth, OAuthClient, Tokens } from "./provider";
import { splitScopes } from "./scopes";

/** Parameters beside the standard. With them each provider returns a token that can be refreshed. */
const extras: Record<OAuthClient["provider"], Record<string, string>> = {
  google: { access_type: "offline", prompt: "consent", include_granted_scopes: "true" },
  microsoft: { prompt: "select_account" },
  dropbox: { token_access_type: "offline" },
  imap: {},
};

/** Microsoft says whose account it is, and lets it be read later, only where this is asked for. */
const always: Partial<Record<OAuthClient["provider"], string[]>> = {
  microsoft: ["openid", "email", "profile", "offline_access"],
};

/** Returns the consent of persons, on openid-client: PKCE always, and plain http for doubles on this machine only. */
export function createOAuth({ now = () => new Date() }: { now?: () => Date } = {}): OAuth {
  return {
    begin({ client, scopes, state, redirectUri, loginHint }) {
      const verifier = openid.randomPKCECodeVerifier();
      const url = openid.buildAuthorizationUrl(plainConfiguration(client), {
        ...extras[client.provider],
        redirect_uri: redirectUri,
        scope: [...new Set([...(always[client.provider] ?? []), ...scopes])].join(" "),
        state,
        code_challenge: createHash("sha256").update(verifier).digest("base64url"),
        code_challenge_method: "S256",
        ...(loginHint && { login_hint: loginHint }),
      });
      return { url: url.href, verifier };
    },
    answer({ client, url, state }) {
      const { searchParams } = new URL(url);
      if (searchParams.get("state") !== state) throw afterConsent(client, "state-mismatch", null);
      const error = searchParams.get("error");
      if (error) throw afterConsent(client, error, searchParams.get("error_description"));
      const code = searchParams.get("code");
      if (!code) throw afterConsent(client, "no-code", null);
      return { code };
    },
    async exchange({ client, code, verifier, redirectUri }) {
      const url = new URL(redirectUri);
      url.searchParams.set("code", code);
      const checks = { pkceCodeVerifier: verifier };
      try {
        const config = await exchangingConfiguration(client);
        return tokensOf(await openid.authorizationCodeGrant(config, url, checks), now());
      } catch (error) {
        throw afterExchange(client, error);
      }
    },
    async refresh({ client, refreshToken, consentedAt }) {
      try {
        const config = await exchangingConfiguration(client);
        const made = tokensOf(await openid.refreshTokenGrant(config, refreshToken), now());
        // Google sends none, and the old one stays good.
        return { ...made, refreshToken: made.refreshToken ?? refreshToken };
      } catch (error) {
        throw afterRefresh(client, error, { consentedAt: consentedAt ?? null, now: now() });
      }
    },
    async revoke({ client, token }) {
      if (!client.revokeUrl) return;
      try {
        await openid.tokenRevocation(await exchangingConfiguration(client), token);
      } catch (error) {
        // It is revoked already.
        if (error instanceof openid.ResponseBodyError && error.error === "invalid_token") return;
        throw afterExchange(client, error);
      }
    },
  };
}

type Answered = Awaited<ReturnType<typeof openid.refreshTokenGrant>>;

function tokensOf(answered: Answered, now: Date): Tokens {
  const claims = answered.claims();
  const seconds = answered.expires_in;
  return {
    accessToken: answered.access_token,
    refreshToken: answered.refresh_token ?? null,
    expiresAt: seconds === undefined ? null : new Date(now.getTime() + seconds * 1000),
    scopes: splitScopes(answered.scope ?? ""),
    subject: claims?.sub ?? textOf(answered.account_id),
    address: textOf(claims?.email) ?? textOf(claims?.preferred_username),
    // Microsoft says nothing of the kind unless asked, and an unproven address must not pass for a proven one.
    isAddressProven: claims?.email_verified === true || claims?.xms_edov === true,
    tenant: textOf(claims?.tid) ?? textOf(claims?.hd) ?? textOf(answered.team_id),
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;
