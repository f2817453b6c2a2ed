import { createSlack } from "@besunny/connectors/slack/slack";
import { afterAll, beforeEach, expect, test } from "vitest";

import { aQuestionOf } from "../../test/automations";
import { aColleague, aContext, anIdentityContext, auditOf } from "../../test/contexts";
import { aSlackDouble } from "../../test/webhooks/slack";
import { listApprovals } from "../automations/approvals/list-approvals";
import type { WorkspaceContext } from "../context";
import { receiveSlack } from "../identity/hooks/receive-slack";
import { changeNoticeSettings } from "../notifications/change-notice-settings";
import { callerOf } from "../operation/caller-of";
import { answerClick } from "./answer-click";
import { beginInstalling } from "./begin-installing";
import { beginLinking } from "./begin-linking";
import { disconnectSlack } from "./disconnect-slack";
import { finishInstalling } from "./finish-installing";
import { getSlack } from "./get-slack";
import { tellPerson } from "./tell-person";
import { unlinkMe } from "./unlink-me";

let { double, slack } = await aSlackDouble();
afterAll(() => double.close());
const webUrl = "https://docs.example";
const around = { webUrl, language: "en" as const };

beforeEach(async () => {
  await double.close();
  ({ double, slack } = await aSlackDouble());
});

type Person = WorkspaceContext & { actor: { kind: "user"; id: string } };

async function install(owner: Person): Promise<void> {
  const { url } = await beginInstalling(owner, {});
  const [, sealedState = ""] = (new URL(url).searchParams.get("state") ?? "").split(".");
  await finishInstalling(owner, { code: double.consent(), sealedState });
}

/** A workspace with its Slack. */
async function aSlack() {
  const owner = await aContext({ role: "owner", slack });
  await install(owner);
  return owner;
}

const last = () => {
  const message = double.messages.at(-1);
  if (!message) throw new Error("Slack got no message");
  return message;
};

const buttonOf = (actionId: string) =>
  last()
    .blocks.flatMap(({ elements = [] }) => elements)
    .find(({ action_id }) => action_id === actionId);

/** A click as the API takes it. */
async function click(by: string, actionId: string, given: { value?: string } = {}) {
  const place = last();
  const value = given.value ?? buttonOf(actionId)?.value ?? "";
  const { body, headers } = double.click({ by, actionId, value, place });
  const signed = {
    timestamp: headers["x-slack-request-timestamp"],
    signature: headers["x-slack-signature"],
  };
  return receiveSlack(anIdentityContext({ slack }), { body, signed });
}

async function answer(ctx: Person, by: string, actionId: string, given: { value?: string } = {}) {
  const found = await click(by, actionId, given);
  if (!found.click) return found;
  const { actor, workspaceId, ...rest } = found.click;
  await answerClick(callerOf({ ...ctx, actor, workspaceId, door: "rest" }), { ...rest, webUrl });
  return found;
}

let people = 0;
async function link(ctx: Person): Promise<string> {
  people += 1;
  const id = `U${1000 + people}`;
  double.users.push({ id, email: `${id}@mill.example` });
  await beginLinking(ctx, { slackUser: id, language: "en" });
  await click(id, "link.confirm");
  return id;
}

/** A person who wants notices of questions in Slack, with one that they are asked. */
async function anAsked(given: object = {}) {
  const owner = await aSlack();
  const user = await link(owner);
  await changeNoticeSettings(owner, { channels: { approval: "slack" } });
  await aQuestionOf(owner, given);
  expect(await tellPerson(owner, around)).toEqual({ sent: 1 });
  return { owner, user };
}

const stateOf = async (ctx: Person) => (await getSlack(ctx, {})).mine;
const open = async (ctx: Person) => (await listApprovals(ctx, {})).open;

test("Slack is installed by the session that began it, once, and by those who may", async () => {
  const owner = await aContext({ role: "owner", slack });
  const member = await aColleague(owner);
  await expect(beginInstalling(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { url } = await beginInstalling(owner, {});
  const [home, sealedState = ""] = (new URL(url).searchParams.get("state") ?? "").split(".");
  expect(home).toBe(owner.workspaceId);
  const code = double.consent();
  const admin = await aColleague(owner, { role: "admin" });
  const stranger = await aContext({ role: "owner", slack });
  await expect(finishInstalling(admin, { code, sealedState })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(finishInstalling(stranger, { code, sealedState })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const late = { ...owner, clock: () => new Date(Date.now() + 16 * 60_000) };
  await expect(finishInstalling(late, { code, sealedState })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await finishInstalling(owner, { code, sealedState });
  await expect(finishInstalling(owner, { code, sealedState })).rejects.toMatchObject({
    code: "PROVIDER_UNAVAILABLE",
  });
  expect(await getSlack(member, {})).toMatchObject({
    isSetUp: true,
    install: { teamName: "Mill", trouble: null },
    mine: null,
  });
  expect((await getSlack(stranger, {})).install).toBeNull();
  await expect(install(stranger)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(JSON.stringify(await auditOf(owner))).not.toContain("xoxb");
});

test("without an app of the operator nothing begins", async () => {
  const owner = await aContext({ role: "owner", slack: createSlack(null) });
  expect((await getSlack(owner, {})).isSetUp).toBe(false);
  await expect(beginInstalling(owner, {})).rejects.toMatchObject({ code: "CONFLICT" });
});

test("disconnecting takes the app out of Slack and forgets who is who", async () => {
  const owner = await aSlack();
  await link(owner);
  const member = await aColleague(owner);
  await expect(disconnectSlack(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await disconnectSlack(owner, {})).toEqual({ isRevoked: true });
  expect(await getSlack(owner, {})).toMatchObject({ install: null, mine: null });
  await expect(disconnectSlack(owner, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a link counts once its person has confirmed it in Slack, and nobody else can", async () => {
  const owner = await aSlack();
  double.users.push({ id: "U0ADA", email: "ada@mill.example" });
  double.users.push({ id: "U0EVE", email: "eve@mill.example" });
  await expect(beginLinking(owner, { slackUser: null, language: "en" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(beginLinking(owner, { slackUser: "U9999", language: "en" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  await beginLinking(owner, { slackUser: "U0ADA", language: "de" });
  expect(last().text).toContain("Bestätigen Sie das nur");
  expect(await stateOf(owner)).toEqual({ slackUser: "U0ADA", isProven: false });
  await click("U0EVE", "link.confirm");
  await click("U0ADA", "link.confirm", { value: "a guess" });
  expect(await stateOf(owner)).toMatchObject({ isProven: false });
  expect(double.responses.map(({ text }) => text)).toEqual([
    expect.stringContaining("too old or not yours"),
    expect.stringContaining("too old or not yours"),
  ]);
  await click("U0ADA", "link.confirm");
  expect(await stateOf(owner)).toMatchObject({ isProven: true });

  const other = await aColleague(owner);
  await beginLinking(other, { slackUser: "U0ADA", language: "en" });
  await click("U0ADA", "link.confirm");
  expect(await stateOf(owner)).toMatchObject({ isProven: false });
  await unlinkMe(other, {});
  expect(await stateOf(other)).toBeNull();
  await expect(unlinkMe(other, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a notice is sent once; while Slack is down it waits, and nothing else does", async () => {
  const owner = await aSlack();
  await link(owner);
  await changeNoticeSettings(owner, { channels: { approval: "slack" } });
  await aQuestionOf(owner);
  const sent = double.messages.length;
  double.fail("chat.postMessage", { status: 429, retryAfter: 90 });
  expect(await tellPerson(owner, around)).toEqual({ sent: 0 });
  expect((await getSlack(owner, {})).install?.trouble).toBe("limited");
  double.fail("chat.postMessage", "cut", { error: "ratelimited" });
  expect(await tellPerson(owner, around)).toEqual({ sent: 0 });
  expect(await tellPerson(owner, around)).toEqual({ sent: 0 });
  expect(await open(owner)).toBe(1);
  expect(await tellPerson(owner, around)).toEqual({ sent: 1 });
  expect(await tellPerson(owner, around)).toEqual({ sent: 0 });
  expect(double.messages).toHaveLength(sent + 1);
  expect((await getSlack(owner, {})).install?.trouble).toBeNull();
});

test("an app that was taken out is told, and its notices wait until it is back", async () => {
  const owner = await aSlack();
  await link(owner);
  await changeNoticeSettings(owner, { channels: { approval: "slack" } });
  await aQuestionOf(owner);
  double.uninstall();
  expect(await tellPerson(owner, around)).toEqual({ sent: 0 });
  expect((await getSlack(owner, {})).install?.trouble).toBe("revoked");
  await install(owner);
  expect(await tellPerson(owner, around)).toEqual({ sent: 1 });
});

test("a click of a linked person decides, and the message says who did", async () => {
  const { owner, user } = await anAsked();
  await answer(owner, user, "approval.approve");
  expect(await open(owner)).toBe(0);
  const [approval] = (await listApprovals(owner, { state: "decided" })).items;
  expect(approval).toMatchObject({ state: "approved", votes: [{ via: "slack" }] });
  expect(JSON.stringify(last().blocks)).toContain("Approved by");
  expect(buttonOf("approval.approve")).toBeUndefined();
});

test("clicks of strangers, twice, late and forged ones change nothing, and people are told", async () => {
  const { owner, user } = await anAsked();
  const button = buttonOf("approval.reject")?.value ?? "";
  double.users.push({ id: "U0EVE", email: "eve@mill.example" });
  expect(await answer(owner, "U0EVE", "approval.approve")).toEqual({ isProven: true, click: null });
  expect(double.responses.at(-1)?.text).toContain("not linked");

  const colleague = await aColleague(owner);
  const other = double.messages.length;
  const theirs = await link(colleague);
  double.messages.splice(other, 1);
  await answer(owner, theirs, "approval.approve");
  expect(await open(owner)).toBe(1);

  const changed = JSON.stringify({ ...JSON.parse(button), seen: "other" });
  await answer(owner, user, "approval.approve", { value: changed });
  expect(await open(owner)).toBe(1);
  expect(double.responses.at(-1)?.text).toContain("has changed");

  await answer(owner, user, "approval.reject");
  expect(JSON.stringify(last().blocks)).toContain("Rejected by");
  const told = double.responses.length;
  await answer(owner, user, "approval.approve", { value: button });
  expect(double.responses.slice(told).map(({ text }) => text)).toEqual([
    expect.stringContaining("already decided"),
  ]);
  expect(JSON.stringify(last().blocks)).toContain("Rejected by");

  const { body, headers } = double.click({
    by: user,
    actionId: "approval.approve",
    value: button,
    place: last(),
  });
  const signed = { timestamp: headers["x-slack-request-timestamp"], signature: "v0=00" };
  const forged = await receiveSlack(anIdentityContext({ slack }), { body, signed });
  expect(forged).toEqual({ isProven: false, click: null });
});

test("a title cannot make a link or call a channel in Slack", async () => {
  const { owner } = await anAsked({ question: "Pay <!channel> & <https://evil.example|Ana>?" });
  const told = JSON.stringify(last());
  expect(told).toContain("&lt;!channel&gt; &amp; &lt;https://evil.example|Ana&gt;");
  expect(told).not.toContain("<!channel>");
  expect(await open(owner)).toBe(1);
});
