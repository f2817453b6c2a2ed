import { createDatabase } from "@besunny/db/database";
import { freshDatabase } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  aContext,
  aJobAcross,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  password,
  refusalsOf,
} from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { decideFlag, type FlagName } from "../../flags";
import { getEntryRules } from "../../identity/get-entry-rules";
import { requestSignUp } from "../../identity/request-sign-up";
import { noHooks } from "../../operation/hooks";
import { createLink } from "../../sharing/create-link";
import { listFeatures } from "../../workspaces/list-features";
import { changeFlag } from "./change-flag";
import { decideForWorkspace } from "./decide-for-workspace";
import { killFlag } from "./kill-flag";
import { listFlagChanges } from "./list-flag-changes";
import { listFlags } from "./list-flags";
import { reviveFlag } from "./revive-flag";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const admin = () => aPlatformContext({ db });
const flagOf = async (key: FlagName) =>
  (await listFlags(admin(), {})).flags.find((each) => each.key === key);
const without = (...off: FlagName[]) => ({
  ...noHooks,
  isOn: async (name: FlagName) => !off.includes(name),
});

test("a decision is kept, and its history says who made it and what it was before", async () => {
  expect(await flagOf("public-links")).toMatchObject({
    isOn: true,
    percentage: 100,
    isKilled: false,
    changedAt: null,
    isExpired: false,
  });

  await changeFlag(admin(), { key: "public-links", isOn: true, percentage: 25 });
  await killFlag(admin(), { key: "public-links" });
  expect(await flagOf("public-links")).toMatchObject({ isKilled: true, percentage: 25 });
  await reviveFlag(admin(), { key: "public-links" });
  expect(await flagOf("public-links")).toMatchObject({ isKilled: false, percentage: 25 });

  const history = await listFlagChanges(admin(), { key: "public-links" });
  expect(history.map(({ operation, actor }) => [operation, actor.id])).toEqual([
    ["platform.revive-flag", "usr_admin"],
    ["platform.kill-flag", "usr_admin"],
    ["platform.change-flag", "usr_admin"],
  ]);
  expect(history[2]?.changes).toMatchObject([
    { subject: "flag:public-links", before: { percentage: 100 }, after: { percentage: 25 } },
  ]);
  expect(await listFlagChanges(admin(), { key: "sign-up" })).toEqual([]);
});

test("a workspace's own decision is kept and taken away again", async () => {
  const id = await db.platform.transaction(({ workspaces }) => workspaces.create("Own"));
  await decideForWorkspace(admin(), { key: "sign-up", workspaceId: id, isOn: false });
  expect(await flagOf("sign-up")).toMatchObject({
    isOn: true,
    workspaces: [{ workspaceId: id, isOn: false }],
  });
  const [stored] = (await db.platform.flags.list()).filter(({ key }) => key === "sign-up");
  const state = {
    ...stored,
    isKilled: false,
    isOn: true,
    percentage: 100,
    workspaces: { [id]: false },
  };
  expect(decideFlag("sign-up", state, { personId: null, workspaceId: id })).toBe(false);

  await decideForWorkspace(admin(), { key: "sign-up", workspaceId: id, isOn: null });
  expect((await flagOf("sign-up"))?.workspaces).toEqual([]);
  const nowhere = { key: "sign-up", workspaceId: "ws_nowhere", isOn: true } as const;
  await expect(decideForWorkspace(admin(), nowhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("only platform admins decide", async () => {
  const job = aJobAcross({ db });
  const refused = { code: "FORBIDDEN" };
  const given = { key: "sign-up" } as const;
  await expect(killFlag(job, given)).rejects.toMatchObject(refused);
  await expect(reviveFlag(job, given)).rejects.toMatchObject(refused);
  await expect(changeFlag(job, { ...given, isOn: false, percentage: 0 })).rejects.toMatchObject(
    refused,
  );
  await expect(
    decideForWorkspace(job, { ...given, workspaceId: "ws_1", isOn: true }),
  ).rejects.toMatchObject(refused);
  await expect(listFlags(job, {})).rejects.toMatchObject(refused);
});

test("while public links are off none is made, screens do not offer them, and the refusal is on record", async () => {
  const ctx = await aContext({ role: "owner" });
  const { id } = await aDocument(ctx);
  expect((await listFeatures(ctx, {})).features).toContain("public-links");
  const off = { ...ctx, hooks: without("public-links") };

  expect((await listFeatures(off, {})).features).toEqual(["sign-up"]);
  await expect(createLink(off, { id })).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "“Public links” is turned off here",
  });
  expect(await refusalsOf(ctx)).toMatchObject([{ operation: "sharing.create-link" }]);
  await expect(createLink(ctx, { id })).resolves.toMatchObject({ mayDownload: false });
});

test("while sign-up is off strangers are told so and get no account", async () => {
  const off = anIdentityContext({ hooks: without("sign-up") });
  expect(await getEntryRules(off, {})).toMatchObject({ signUp: "closed" });
  const stranger = { name: "Sam", email: anEmail(), password, workspaceName: "Sam's" };
  await expect(requestSignUp(off, stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await getEntryRules(anIdentityContext(), {})).toMatchObject({ signUp: "open" });
});
