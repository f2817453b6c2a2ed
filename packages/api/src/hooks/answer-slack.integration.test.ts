import { listApprovals } from "@besunny/core/automations/approvals/list-approvals";
import { changeNoticeSettings } from "@besunny/core/notifications/change-notice-settings";
import { beginLinking } from "@besunny/core/slack/begin-linking";
import { getSlack } from "@besunny/core/slack/get-slack";
import { tellPerson } from "@besunny/core/slack/tell-person";
import { aQuestionOf } from "@besunny/core/test/automations";
import { anIdentityContext } from "@besunny/core/test/contexts";
import { aSlackDouble } from "@besunny/core/test/webhooks/slack";
import { afterAll, expect, test } from "vitest";

import { anApi, aPerson, signIn, WEB } from "../../test/an-api";
import { createHandlers } from "../handlers";
import type { ApiTools } from "../request-context";

const { double, slack } = await aSlackDouble();
afterAll(double.close);
const api = await anApi({ slack });
const tools: ApiTools = {
  ...api.tools,
  identityContext: (from) => anIdentityContext({ ...from, slack }),
};
const doors = createHandlers(async () => tools, { app: "web" });
const person = await aPerson({ home: api.base.workspaceId, role: "owner" });
const { headers } = await signIn(api, person);

const lastMessage = () => {
  const message = double.messages.at(-1);
  if (!message) throw new Error("Slack got no message");
  return message;
};
const send = (given: { body: string; headers: Record<string, string> }) =>
  doors.slack(new Request(`${WEB}/api/hooks/slack`, { method: "POST", ...given }));
const comeBack = (query: Record<string, string>, given: HeadersInit = headers) =>
  doors.slackCallback(
    new Request(`${WEB}/api/slack/callback?${new URLSearchParams(query)}`, { headers: given }),
  );
const whereTo = (response: Response) => new URL(response.headers.get("location") ?? "", WEB);

/** The same person, as the operations know them. */
const me = {
  ...api.base,
  actor: {
    kind: "user" as const,
    id: person.userId,
    name: "Pat Person",
    role: "owner" as const,
    projects: [],
    via: { kind: "session" as const, id: "a-session" },
  },
};

function press(by: string, actionId: string) {
  const place = lastMessage();
  const value = place.blocks
    .flatMap(({ elements = [] }) => elements)
    .find(({ action_id }) => action_id === actionId)?.value;
  return double.click({ by, actionId, value: value ?? "", place });
}

test("an admin comes back from Slack, and a click decides; strangers and forged requests do not", async () => {
  const { url } = await (await doors.caller(new Headers(headers))).slack.install({});
  const state = new URL(url).searchParams.get("state") ?? "";
  const code = double.consent();

  const stranger = await aPerson();
  const other = (await signIn(api, stranger)).headers;
  expect(whereTo(await comeBack({ state, code }, {})).search).toBe("?slack=ended");
  expect(whereTo(await comeBack({ state, code }, other)).search).toBe("?slack=ended");
  expect(whereTo(await comeBack({ state, error: "access_denied" })).search).toBe("?slack=refused");
  expect(whereTo(await comeBack({ state: state.replace(".", ".AAAA"), code })).search).toContain(
    "slack=failed",
  );
  const done = await comeBack({ state, code });
  expect(done.status).toBe(303);
  expect(whereTo(done).pathname + whereTo(done).search).toBe("/settings/slack?slack=connected");

  double.users.push({ id: "U0PAT", email: person.email });
  await beginLinking(me, { slackUser: null, language: "en" });
  expect((await send(press("U0PAT", "link.confirm"))).status).toBe(200);
  expect((await getSlack(me, {})).mine).toEqual({ slackUser: "U0PAT", isProven: true });

  await changeNoticeSettings(me, { channels: { approval: "slack" } });
  await aQuestionOf(me);
  await tellPerson(me, { webUrl: WEB, language: "en" });
  const open = async () => (await listApprovals(me, {})).open;

  // Slack opens each link of a message: pages alone are there, and a page decides nothing.
  const links = await double.preview(async (link) => expect(link).toMatch(/^http:.*\/approvals$/));
  expect(links.length).toBeGreaterThan(0);
  expect(await open()).toBe(1);

  const asked = press("U0PAT", "approval.approve");
  const forged = { ...asked.headers, "x-slack-signature": `v0=${"0".repeat(64)}` };
  expect((await send({ ...asked, headers: forged })).status).toBe(401);
  const changed = asked.body.replace("U0PAT", "U0EVE");
  expect((await send({ ...asked, body: changed })).status).toBe(401);
  const old = double.click(
    { by: "U0PAT", actionId: "approval.approve", value: "{}", place: lastMessage() },
    new Date(Date.now() - 301_000),
  );
  expect((await send(old)).status).toBe(401);
  expect((await send(press("U0EVE", "approval.approve"))).status).toBe(200);
  expect(await open()).toBe(1);

  expect(await double.deliver(() => send(asked))).toBe(1);
  expect(await open()).toBe(0);
  expect((await listApprovals(me, { state: "decided" })).items).toMatchObject([
    { state: "approved", votes: [{ via: "slack", by: { id: person.userId } }] },
  ]);
  // Slack sends a click again that it thinks was lost.
  expect((await send(asked)).status).toBe(200);
  expect(double.responses.at(-1)?.text).toContain("already decided");
  expect(JSON.stringify(lastMessage().blocks)).toContain("Approved by");
});

test("a body that is no click, and one that is too long, change nothing", async () => {
  const { headers: signed } = double.click({
    by: "U0PAT",
    actionId: "x",
    value: "",
    place: { channel: "D1", ts: "1.1", text: "", blocks: [] },
  });
  expect((await send({ body: "payload=no", headers: signed })).status).toBe(401);
  expect((await send({ body: "x".repeat(300_000), headers: signed })).status).toBe(413);
});
