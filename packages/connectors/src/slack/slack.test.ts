import { afterAll, beforeEach, expect, test } from "vitest";

import { slackDouble } from "../../doubles/slack/slack-double";
import { createSlack } from "./slack";
import { isSlackSigned, slackSignature } from "./verify-slack";

const app = { clientId: "1.2", clientSecret: "hush", signingSecret: "sign" };
const double = await slackDouble(app);
afterAll(double.close);
const redirectUri = "https://docs.example/api/slack/callback";
const slack = createSlack({ ...app, redirectUri, url: double.url });
const hello = { text: "Hello", blocks: [] };

let token = "";
beforeEach(async () => {
  const installed = await slack.install(double.consent());
  token = installed.trouble === null ? installed.value.token : "";
  double.users.splice(0, Number.POSITIVE_INFINITY, { id: "U1", email: "ada@mill.example" });
});

test("an admin of Slack is asked for the fewest rights, and their code works once", async () => {
  const url = new URL(slack.consentUrl("a state"));
  expect(url.searchParams.get("scope")).toBe("chat:write,users:read,users:read.email");
  expect(url.searchParams.get("state")).toBe("a state");
  expect(url.searchParams.get("redirect_uri")).toBe(redirectUri);
  const code = double.consent();
  expect(await slack.install(code)).toMatchObject({ trouble: null, value: { teamName: "Mill" } });
  expect(await slack.install(code)).toMatchObject({ trouble: "refused", said: "invalid_code" });
});

test("a message is posted and changed, and nobody's link is opened for it", async () => {
  const posted = await slack.post(token, "U1", hello);
  if (posted.trouble !== null) throw new Error(posted.said);
  expect(await slack.update(token, posted.value, { ...hello, text: "Done" })).toEqual({
    trouble: null,
    value: null,
  });
  expect(double.messages.at(-1)?.text).toBe("Done");
  expect(await slack.findUser(token, "ada@mill.example")).toEqual({ trouble: null, value: "U1" });
  expect(await slack.findUser(token, "eve@else.example")).toMatchObject({ trouble: "no-user" });
  expect(await slack.post(token, "U9", hello)).toMatchObject({ trouble: "no-user" });
});

test.each([
  [{ status: 429, retryAfter: 30 } as const, { trouble: "limited", retryAfterSeconds: 30 }],
  [{ status: 429, retryAfter: null } as const, { trouble: expect.stringMatching(/limited|down/) }],
  [{ error: "ratelimited" }, { trouble: "limited" }],
  [{ error: "token_revoked" }, { trouble: "revoked" }],
  [{ error: "internal_error" }, { trouble: "down" }],
  [{ error: "invalid_blocks" }, { trouble: "refused" }],
  [{ status: 500 } as const, { trouble: "down" }],
  ["cut" as const, { trouble: "down" }],
])("%j is told in our words, and asked once", async (fault, told) => {
  double.calls.length = 0;
  double.fail("chat.postMessage", fault);
  expect(await slack.post(token, "U1", hello)).toMatchObject(told);
  expect(double.calls).toEqual(["chat.postMessage"]);
  expect(await slack.post(token, "U1", hello)).toMatchObject({ trouble: null });
});

test("an app that was taken out of Slack is revoked", async () => {
  expect(await slack.revoke(token)).toEqual({ trouble: null, value: null });
  expect(await slack.post(token, "U1", hello)).toMatchObject({ trouble: "revoked" });
});

test("a signature is over the bytes, by our secret, and of the last five minutes", () => {
  const now = new Date("2026-12-01T12:00:00Z");
  const timestamp = String(now.getTime() / 1000 - 299);
  const signature = slackSignature("payload=1", { timestamp, signingSecret: "sign" });
  const is = (body: string, given: { timestamp: string; signature: string }, secret = "sign") =>
    isSlackSigned(body, given, { signingSecret: secret, now });
  expect(is("payload=1", { timestamp, signature })).toBe(true);
  expect(is("payload=2", { timestamp, signature })).toBe(false);
  expect(is("payload=1", { timestamp, signature }, "other")).toBe(false);
  expect(is("payload=1", { timestamp: `${timestamp}0`, signature })).toBe(false);
  expect(is("payload=1", { timestamp: "", signature })).toBe(false);
  const old = String(now.getTime() / 1000 - 301);
  const late = slackSignature("payload=1", { timestamp: old, signingSecret: "sign" });
  expect(is("payload=1", { timestamp: old, signature: late })).toBe(false);
});

test("a response goes to Slack and nowhere else", async () => {
  expect(await slack.respond(`${double.url}/respond/1`, "Late")).toEqual({
    trouble: null,
    value: null,
  });
  expect(double.responses).toMatchObject([{ text: "Late", response_type: "ephemeral" }]);
  for (const elsewhere of ["https://else.example/respond/1", "file:///etc/passwd", "no"])
    expect(await slack.respond(elsewhere, "Late")).toMatchObject({ trouble: "refused" });
});

test("without an app, Slack is not set up and signs nothing", async () => {
  const none = createSlack(null);
  expect(none.isSetUp).toBe(false);
  expect(none.isSigned("", { timestamp: "", signature: "" }, new Date())).toBe(false);
  expect(await none.post("", "U1", hello)).toMatchObject({ trouble: "refused" });
});
