import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { oauthDouble } from "../../doubles/oauth";
import { ANA, seedWorld } from "../../doubles/seed";
import { type Doubles, startDoubles } from "../../doubles/serving/server";
import { createTokenBook } from "../../doubles/serving/tokens";
import type { Service } from "../../doubles/world";
import { isFailure, SourceFailure } from "../sources/failures";
import { addressesOf } from "./addresses";
import { createOAuth } from "./oauth";
import type { OAuthClient } from "./provider";
import { demandScopes, missingScopes } from "./scopes";

const DRIVE = "https://www.googleapis.com/auth/drive.readonly";
const MAIL = "https://www.googleapis.com/auth/gmail.readonly";
const redirectUri = "http://localhost:3000/api/oauth/callback";
const DAY = 24 * 60 * 60 * 1000;

describe("the consent of a person", () => {
  let doubles: Doubles;
  beforeEach(async () => {
    const { world } = seedWorld();
    const tokens = createTokenBook(world);
    doubles = await startDoubles({
      world,
      tokens,
      manners: (["google", "microsoft", "dropbox"] as const).map((service) =>
        oauthDouble({ world, tokens, service, adminScopes: ["Sites.FullControl.All"] }),
      ),
    });
  });
  afterEach(() => doubles.close());

  const oauth = () => createOAuth({ now: doubles.world.now });
  const clientOf = (provider: Service, more: Partial<OAuthClient> = {}): OAuthClient => ({
    provider,
    clientId: `practice-${provider}`,
    clientSecret: `practice-secret-${provider}`,
    ...addressesOf(provider, { doubles: doubles.url }),
    ...more,
  });
  const failureOf = async (act: () => unknown): Promise<unknown> => {
    try {
      await act();
      return null;
    } catch (error) {
      return error;
    }
  };

  /** Opens the page, unticks what is said, and clicks. Returns the address that the person comes back to. */
  const click = async (url: string, { untick = [] as string[], decision = "allow" } = {}) => {
    const page = await (await fetch(url)).text();
    const form = new URLSearchParams({ decision });
    for (const [input] of page.matchAll(/<input[^>]*>/g)) {
      const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? "";
      const isOff = /radio|checkbox/.test(attribute("type")) && !/ checked/.test(input);
      const name = attribute("name");
      const value = attribute("value").replace(/&#(\d+);/g, (_, code) =>
        String.fromCharCode(Number(code)),
      );
      if (name && !isOff && !untick.includes(value)) form.append(name, value);
    }
    const action = /action="([^"]*)"/.exec(page)?.[1] ?? "";
    const sent = { method: "POST", body: form, redirect: "manual" as const };
    return (await fetch(new URL(action, url), sent)).headers.get("location") ?? "";
  };

  const begun = (client: OAuthClient, scopes: string[], loginHint = ANA) =>
    oauth().begin({ client, scopes, state: "state-1", redirectUri, loginHint });

  const connect = async (client: OAuthClient, scopes: string[], untick: string[] = []) => {
    const { url, verifier } = begun(client, scopes);
    const back = await click(url, { untick });
    const { code } = oauth().answer({ client, url: back, state: "state-1" });
    return {
      code,
      verifier,
      tokens: await oauth().exchange({ client, code, verifier, redirectUri }),
    };
  };

  test("ends in tokens, and in an address that Google has proven", async () => {
    const { tokens } = await connect(clientOf("google"), ["openid", "email", DRIVE]);
    expect(tokens).toMatchObject({
      address: ANA,
      isAddressProven: true,
      tenant: "harbour.example",
    });
    expect(tokens.refreshToken).toMatch(/^refresh-/);
    expect(tokens.expiresAt).toEqual(new Date(doubles.world.now().getTime() + 3_600_000));
    expect(doubles.tokens.look(tokens.accessToken)?.address).toBe(ANA);
  });

  test("asks Google for a token that can be refreshed, with PKCE", () => {
    const { searchParams } = new URL(begun(clientOf("google"), ["openid", DRIVE]).url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      access_type: "offline",
      prompt: "consent",
      code_challenge_method: "S256",
      login_hint: ANA,
    });
  });

  test("rights that were unticked are missing, those of Google's other spelling are not", async () => {
    const asked = ["openid", "email", DRIVE, MAIL];
    const { tokens } = await connect(clientOf("google"), asked, [MAIL]);
    expect(missingScopes(asked, tokens.scopes)).toEqual([MAIL]);
    const inWords = [{ scope: MAIL, words: "Read your mail", isNeeded: true }];
    const failure = await failureOf(() => demandScopes(inWords, tokens.scopes));
    expect(isFailure(failure, "scope-missing") && failure.details.scope).toBe(MAIL);
  });

  test("Microsoft's spelling of scopes is understood", () => {
    const asked = ["openid", "offline_access", "Files.Read.All", "User.Read"];
    const given = ["https://graph.microsoft.com/files.read.all", "User.Read"];
    expect(missingScopes(asked, given)).toEqual([]);
  });

  test("an address of Microsoft is not taken for proven", async () => {
    const scopes = ["openid", "offline_access", "Files.Read.All"];
    const { tokens } = await connect(clientOf("microsoft"), scopes);
    expect(tokens).toMatchObject({ address: ANA, isAddressProven: false });
    expect(tokens.tenant).toBe("tenant-of-harbour.example");
  });

  test("an issuer of many tenants is that of the person's tenant", async () => {
    const scopes = ["openid", "offline_access"];
    const { tokens } = await connect(clientOf("microsoft"), scopes);
    expect(tokens.tenant).toBe("tenant-of-harbour.example");
    const issuer = `${doubles.url}/oauth/other/{tenantid}`;
    const failure = await failureOf(() => connect(clientOf("microsoft", { issuer }), scopes));
    expect(isFailure(failure, "refused")).toBe(true);
  });

  test("a code works once, and its second use kills what it brought", async () => {
    const client = clientOf("google");
    const { code, verifier, tokens } = await connect(client, ["openid", DRIVE]);
    const again = await failureOf(() => oauth().exchange({ client, code, verifier, redirectUri }));
    expect(isFailure(again, "refused") && again.details.code).toBe("invalid_grant");
    const refreshToken = tokens.refreshToken ?? "";
    const dead = await failureOf(() => oauth().refresh({ client, refreshToken }));
    expect(isFailure(dead, "reconnect-needed")).toBe(true);
  });

  test("a code without its verifier is worth nothing", async () => {
    const client = clientOf("google");
    const { url } = begun(client, [DRIVE]);
    const { code } = oauth().answer({ client, url: await click(url), state: "state-1" });
    const verifier = "another-verifier-that-is-long-enough-for-the-standard";
    const failure = await failureOf(() =>
      oauth().exchange({ client, code, verifier, redirectUri }),
    );
    expect(isFailure(failure, "refused")).toBe(true);
  });

  test("a code is worth nothing after ten minutes", async () => {
    const client = clientOf("google");
    const { url, verifier } = begun(client, [DRIVE]);
    const { code } = oauth().answer({ client, url: await click(url), state: "state-1" });
    doubles.world.advance(11 * 60 * 1000);
    const failure = await failureOf(() =>
      oauth().exchange({ client, code, verifier, redirectUri }),
    );
    expect(isFailure(failure, "refused")).toBe(true);
  });

  test("the answer of another attempt is refused", async () => {
    const client = clientOf("google");
    const back = await click(begun(client, [DRIVE]).url);
    const failure = await failureOf(() => oauth().answer({ client, url: back, state: "state-2" }));
    expect(isFailure(failure, "refused") && failure.details.code).toBe("state-mismatch");
  });

  test("who says no is believed", async () => {
    const client = clientOf("google");
    const back = await click(begun(client, [DRIVE]).url, { decision: "deny" });
    const failure = await failureOf(() => oauth().answer({ client, url: back, state: "state-1" }));
    expect(isFailure(failure, "refused") && failure.details.code).toBe("consent-denied");
  });

  test("rights that only an admin may allow are named so", async () => {
    const client = clientOf("microsoft");
    const { url } = begun(client, ["openid", "Sites.FullControl.All"]);
    const location = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
    const failure = await failureOf(() =>
      oauth().answer({ client, url: location, state: "state-1" }),
    );
    expect(isFailure(failure, "refused") && failure.details.code).toBe("admin-consent-required");
  });

  test("Google's refresh token stays, Microsoft's changes", async () => {
    const google = clientOf("google");
    const first = (await connect(google, ["openid", DRIVE])).tokens.refreshToken ?? "";
    expect((await oauth().refresh({ client: google, refreshToken: first })).refreshToken).toBe(
      first,
    );
    const microsoft = clientOf("microsoft");
    const old = (await connect(microsoft, ["openid", "offline_access"])).tokens.refreshToken ?? "";
    const next = await oauth().refresh({ client: microsoft, refreshToken: old });
    expect(next.refreshToken).not.toBe(old);
    const reused = await failureOf(() => oauth().refresh({ client: microsoft, refreshToken: old }));
    expect(isFailure(reused, "reconnect-needed")).toBe(true);
  });

  test("two refreshes at once of a token that changes end as one, so callers must lock", async () => {
    const client = clientOf("microsoft");
    const { tokens } = await connect(client, ["openid", "offline_access"]);
    const refreshToken = tokens.refreshToken ?? "";
    const both = await Promise.allSettled(
      [1, 2].map(() => oauth().refresh({ client, refreshToken })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(isFailure(lost?.reason, "reconnect-needed")).toBe(true);
  });

  test("Dropbox names its account without an id token", async () => {
    const { tokens } = await connect(clientOf("dropbox"), ["files.content.read"]);
    expect(tokens.subject).toMatch(/^dbid:/);
  });

  test("rights that a person took back ask for a new connection", async () => {
    const client = clientOf("google");
    const { tokens } = await connect(client, ["openid", DRIVE]);
    await oauth().revoke({ client, token: tokens.accessToken });
    expect(doubles.tokens.look(tokens.accessToken)).toBeNull();
    const refreshToken = tokens.refreshToken ?? "";
    const failure = await failureOf(() => oauth().refresh({ client, refreshToken }));
    expect(isFailure(failure, "reconnect-needed") && failure.details.reason).toBe("revoked");
    await oauth().revoke({ client, token: tokens.accessToken });
  });

  test.each([
    [6.9, false],
    [7.1, true],
    [12, "revoked"],
  ])("a consent screen in testing ends after seven days (%d days)", async (days, expected) => {
    const controls = { do: "google.testing", with: [true] };
    await fetch(`${doubles.url}/__world`, { method: "POST", body: JSON.stringify(controls) });
    const client = clientOf("google");
    const consentedAt = doubles.world.now();
    const { tokens } = await connect(client, ["openid", DRIVE]);
    doubles.world.advance(days * DAY);
    const refreshToken = tokens.refreshToken ?? "";
    const failure = await failureOf(() => oauth().refresh({ client, refreshToken, consentedAt }));
    if (expected === false) expect(failure).toBeNull();
    else {
      const reason = expected === true ? "testing-ended" : expected;
      expect(isFailure(failure, "reconnect-needed") && failure.details.reason).toBe(reason);
    }
  });

  test("a wrong secret, a broken answer and a dead server are told apart", async () => {
    const good = clientOf("google");
    const { tokens } = await connect(good, ["openid", DRIVE]);
    const refreshToken = tokens.refreshToken ?? "";
    const failing = (client: OAuthClient) =>
      failureOf(() => oauth().refresh({ client, refreshToken })) as Promise<SourceFailure>;
    expect((await failing(clientOf("google", { clientSecret: "wrong" }))).details).toEqual({
      code: "invalid_client",
    });
    doubles.world.faults.push({ matches: () => true, times: 1, does: { kind: "html-error" } });
    expect((await failing(good)).kind).toBe("provider-down");
    doubles.world.faults.push({ matches: () => true, times: 1, does: { kind: "reset" } });
    const reset = await failing(good);
    expect(reset.kind).toBe("provider-down");
    expect(JSON.stringify([reset.message, reset.stack, reset.cause])).not.toContain(refreshToken);
  });

  test("plain http is refused away from this machine", async () => {
    const client = clientOf("google", { tokenUrl: "http://sign-in.example/token" });
    const failure = await failureOf(() => oauth().refresh({ client, refreshToken: "refresh-1" }));
    expect(failure).toBeInstanceOf(SourceFailure);
    expect(doubles.world.requests).toEqual([]);
  });
});
