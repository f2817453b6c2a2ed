import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { slackSignature } from "../../src/slack/verify-slack";

export type SlackUser = { id: string; email: string; isGone?: boolean };
export type PostedMessage = {
  channel: string;
  ts: string;
  text: string;
  blocks: { type: string; elements?: { action_id?: string; value?: string }[] }[];
};
/** A trouble for the next calls of a method: an error in a 200, a 429, a broken page, or a cut connection. */
export type SlackFault =
  | { error: string }
  | { status: 429; retryAfter: number | null }
  | { status: 500 }
  | "cut";

type Options = { clientId: string; clientSecret: string; signingSecret: string };
type Click = {
  by: string;
  actionId: string;
  value: string;
  place: PostedMessage;
  isRetry?: number;
};

const SECTION_LETTERS = 3_000;
const MOST_BLOCKS = 50;
const ACK_MS = 3_000;

/**
 * A Slack that is unkind in the ways of the real one. Troubles come in a 200, and limits as 429 with `Retry-After`. A click that is not
 * acknowledged within three seconds is sent again. Every link in a message is opened by GET.
 */
export async function slackDouble({ clientId, clientSecret, signingSecret }: Options) {
  const team = { id: "T0MILL", name: "Mill" };
  const users: SlackUser[] = [];
  const messages: PostedMessage[] = [];
  const responses: { text: string }[] = [];
  const calls: string[] = [];
  const faults = new Map<string, SlackFault[]>();
  const codes = new Set<string>();
  const tokens = new Set<string>();
  let previewed: string[] = [];

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", url).pathname;
    const body = await bodyOf(request);
    if (path.startsWith("/respond/")) {
      responses.push(JSON.parse(body));
      response.writeHead(200).end("ok");
      return;
    }
    const method = path.replace("/api/", "");
    calls.push(method);
    const fault = faults.get(method)?.shift();
    if (fault === "cut") {
      response.destroy();
      return;
    }
    if (fault && "status" in fault) {
      const after = fault.status === 429 ? fault.retryAfter : null;
      response.writeHead(fault.status, after === null ? {} : { "retry-after": `${after}` });
      response.end("<html>no</html>");
      return;
    }
    const told = fault
      ? { ok: false, error: fault.error }
      : done(method, fieldsOf(request, body), request.headers.authorization ?? "");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(told));
  }

  function done(method: string, given: Record<string, string>, authorization: string): object {
    const no = (error: string) => ({ ok: false, error });
    if (method === "oauth.v2.access") {
      if (given.client_id !== clientId || given.client_secret !== clientSecret)
        return no("bad_client_secret");
      if (!codes.delete(given.code ?? "")) return no("invalid_code");
      const token = `xoxb-${randomUUID()}`;
      tokens.add(token);
      return { ok: true, access_token: token, token_type: "bot", team };
    }
    const token = given.token ?? authorization.replace("Bearer ", "");
    if (!tokens.has(token)) return no("token_revoked");
    if (method === "apps.uninstall") {
      tokens.delete(token);
      return { ok: true };
    }
    if (method === "users.lookupByEmail") {
      const user = users.find(({ email }) => email === given.email);
      return user
        ? { ok: true, user: { id: user.id, deleted: user.isGone ?? false } }
        : no("users_not_found");
    }
    const blocks = JSON.parse(given.blocks ?? "[]");
    const isBroken = blocks.some(
      ({ text }: { text?: { text: string } }) => (text?.text.length ?? 0) > SECTION_LETTERS,
    );
    if (isBroken || blocks.length > MOST_BLOCKS) return no("invalid_blocks");
    if (method === "chat.postMessage") {
      const user = users.find(({ id }) => id === given.channel);
      if (!user) return no("channel_not_found");
      const ts = `${1_700_000_000 + messages.length}.000100`;
      const message = { channel: `D${user.id.slice(1)}`, ts, text: given.text ?? "", blocks };
      messages.push(message);
      return { ok: true, channel: message.channel, ts };
    }
    if (method === "chat.update") {
      const message = messages.find(
        ({ ts, channel }) => ts === given.ts && channel === given.channel,
      );
      if (!message) return no("message_not_found");
      Object.assign(message, { text: given.text ?? "", blocks });
      return { ok: true, channel: message.channel, ts: message.ts };
    }
    return no("unknown_method");
  }

  return {
    url,
    team,
    users,
    messages,
    responses,
    calls,
    /** The code with which an admin of Slack comes back. It works once. */
    consent(): string {
      const code = randomUUID();
      codes.add(code);
      return code;
    },
    fail(method: string, ...given: SlackFault[]) {
      faults.set(method, [...(faults.get(method) ?? []), ...given]);
    },
    /** Takes the app out, as an admin of Slack does. */
    uninstall: () => tokens.clear(),
    /** Opens each link of the messages by GET, as Slack does for previews. */
    async preview(visit: (link: string) => Promise<unknown>): Promise<string[]> {
      const links = JSON.stringify(messages).match(/https?:\/\/[^"|>\\]+/g) ?? [];
      for (const link of links) await visit(link);
      previewed = links;
      return previewed;
    },
    /** The signed request of a click. */
    click({ by, actionId, value, place, isRetry }: Click, now = new Date()) {
      const payload = {
        type: "block_actions",
        team: { id: team.id },
        user: { id: by },
        container: { channel_id: place.channel, message_ts: place.ts },
        response_url: `${url}/respond/${randomUUID()}`,
        actions: [{ action_id: actionId, type: "button", value }],
      };
      const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
      const timestamp = String(Math.floor(now.getTime() / 1000));
      return {
        body,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": slackSignature(body, { timestamp, signingSecret }),
          ...(isRetry && { "x-slack-retry-num": String(isRetry) }),
        },
      };
    },
    /** Sends a request until it is acknowledged in time, three times at most. Returns the number of tries. */
    async deliver(send: () => Promise<Response>): Promise<number> {
      for (let tries = 1; tries <= 3; tries++) {
        const late = new Promise<null>((resolve) =>
          setTimeout(() => resolve(null), ACK_MS).unref(),
        );
        const acknowledged = await Promise.race([send(), late]);
        if (acknowledged?.ok) return tries;
      }
      return 3;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type SlackDouble = Awaited<ReturnType<typeof slackDouble>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

function fieldsOf({ headers }: IncomingMessage, body: string): Record<string, string> {
  if (!headers["content-type"]?.startsWith("application/json"))
    return Object.fromEntries(new URLSearchParams(body));
  const fields: Record<string, unknown> = JSON.parse(body);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
