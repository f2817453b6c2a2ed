import { ErrorCode, WebClient } from "@slack/web-api";

import type { Slack, SlackAnswer, SlackTrouble } from "./slack-words";
import { isSlackSigned } from "./verify-slack";

const SLACK = "https://slack.com";
const RESPONSES = "https://hooks.slack.com";
const TIMEOUT_MS = 10_000;

/** The rights that the app asks for: to write to people, and to find them by their address. */
export const slackScopes = ["chat:write", "users:read", "users:read.email"] as const;

export type SlackApp = {
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  /** The address to which Slack sends people back. */
  redirectUri: string;
  /** Another Slack than slack.com, for tests. */
  url?: string | undefined;
};

/** Speaks with Slack by its official client. The client repeats nothing: what waits is asked again by its schedule. */
export function createSlack(app: SlackApp | null): Slack {
  if (!app) return notSetUp;
  const base = app.url ?? SLACK;
  const client = (token?: string) =>
    new WebClient(token, {
      slackApiUrl: `${base}/api/`,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: TIMEOUT_MS,
    });
  const { clientId: client_id, clientSecret: client_secret, redirectUri: redirect_uri } = app;
  return {
    isSetUp: true,
    consentUrl(state) {
      const url = new URL(`${base}/oauth/v2/authorize`);
      url.search = new URLSearchParams({
        client_id,
        scope: slackScopes.join(","),
        redirect_uri,
        state,
      }).toString();
      return url.toString();
    },
    install: (code) =>
      asked(async () => {
        const given = { client_id, client_secret, code, redirect_uri };
        const { team, access_token: token } = await client().oauth.v2.access(given);
        if (!team?.id || !token) throw new Error("Slack named no workspace");
        return { teamId: team.id, teamName: team.name ?? team.id, token };
      }),
    revoke: (token) =>
      asked(async () => {
        await client(token).apps.uninstall({ client_id, client_secret });
        return null;
      }),
    findUser: (token, email) =>
      asked(async () => {
        const { user } = await client(token).users.lookupByEmail({ email });
        if (!user?.id || user.deleted) throw new Error("users_not_found");
        return user.id;
      }),
    post: (token, to, message) =>
      asked(async () => {
        const sent = await client(token).chat.postMessage({
          ...message,
          channel: to,
          unfurl_links: false,
          unfurl_media: false,
        });
        return { channel: sent.channel ?? to, ts: sent.ts ?? "" };
      }),
    update: (token, place, message) =>
      asked(async () => {
        await client(token).chat.update({ ...place, ...message });
        return null;
      }),
    respond: (responseUrl, text) => respond(responseUrl, text, app.url ?? RESPONSES),
    isSigned: (body, signed, now) =>
      isSlackSigned(body, signed, { signingSecret: app.signingSecret, now }),
  };
}

/** Only Slack's own address for responses is asked, whatever a request names. */
async function respond(
  responseUrl: string,
  text: string,
  origin: string,
): Promise<SlackAnswer<null>> {
  if (!URL.canParse(responseUrl) || new URL(responseUrl).origin !== new URL(origin).origin)
    return { trouble: "refused", said: "not an address of Slack", retryAfterSeconds: null };
  return asked(async () => {
    const answer = await fetch(responseUrl, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ response_type: "ephemeral", replace_original: false, text }),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return null;
  });
}

async function asked<Value>(work: () => Promise<Value>): Promise<SlackAnswer<Value>> {
  try {
    return { trouble: null, value: await work() };
  } catch (error) {
    return troubleOf(error);
  }
}

/** Slack says most troubles in an answer with status 200, also that it is asked too often. */
const named: Record<string, SlackTrouble> = {
  ratelimited: "limited",
  rate_limited: "limited",
  internal_error: "down",
  fatal_error: "down",
  service_unavailable: "down",
  request_timeout: "down",
  token_revoked: "revoked",
  token_expired: "revoked",
  invalid_auth: "revoked",
  not_authed: "revoked",
  account_inactive: "revoked",
  team_access_not_granted: "revoked",
  users_not_found: "no-user",
  user_not_found: "no-user",
  channel_not_found: "no-user",
  user_disabled: "no-user",
};

type Told = {
  code?: string;
  message?: string;
  retryAfter?: number;
  data?: { error?: string };
};

function troubleOf(error: unknown): SlackAnswer<never> {
  const { code, message = "", retryAfter, data } = toldBy(error);
  const said = data?.error ?? message;
  const retryAfterSeconds = retryAfter ?? null;
  if (code === ErrorCode.RateLimitedError) return { trouble: "limited", said, retryAfterSeconds };
  const known = named[said];
  if (known) return { trouble: known, said, retryAfterSeconds };
  const isRefusal = code === ErrorCode.PlatformError || message.startsWith("status 4");
  return { trouble: isRefusal ? "refused" : "down", said, retryAfterSeconds };
}

/** The errors of Slack's client carry these fields; each is optional. */
function toldBy(error: unknown): Told {
  return typeof error === "object" && error !== null ? (error as Told) : {};
}

const never = async (): Promise<SlackAnswer<never>> => ({
  trouble: "refused",
  said: "not set up",
  retryAfterSeconds: null,
});

const notSetUp: Slack = {
  isSetUp: false,
  consentUrl: () => "",
  install: never,
  revoke: never,
  findUser: never,
  post: never,
  update: never,
  respond: never,
  isSigned: () => false,
};
