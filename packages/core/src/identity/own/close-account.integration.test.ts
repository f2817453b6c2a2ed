import { expect, test } from "vitest";

import {
  aContext,
  anEmail,
  anIdentityContext,
  auditOf,
  database,
  password,
  throughKey,
} from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { actorIdOf } from "../../access/actor";
import { addComment } from "../../comments/add-comment";
import { listComments } from "../../comments/list-comments";
import type { WorkspaceContext } from "../../context";
import { createApiKey } from "../../keys/create-api-key";
import { listMembers } from "../../members/list-members";
import { getLeaving } from "../../members/own/get-leaving";
import { getOwnData } from "../../members/own/get-own-data";
import { leaveWorkspace } from "../../members/own/leave-workspace";
import { createProject } from "../../projects/create-project";
import { createView } from "../../views/create-view";
import { checkApiKey } from "../check-api-key";
import { checkSession } from "../check-session";
import { signIn } from "../sign-in";
import { signUp } from "../sign-up";
import { checkClosing } from "./check-closing";
import { closeAccount } from "./close-account";
import { getOwnAccount } from "./get-own-account";

/** Somebody who belongs to the workspace of an owner, and owns one of their own. */
async function aMemberOf(owner: WorkspaceContext) {
  const identity = anIdentityContext();
  const email = anEmail();
  const signedUp = await signUp(identity, { name: "Grace", email, password, workspaceName: "Own" });
  const userId = signedUp.user.id;
  await database.identity.access.addMember(owner.workspaceId, userId, "member");
  const { sessionId } = await signIn(identity, { email, password, app: "web" });
  const at = async (workspaceId: string): Promise<WorkspaceContext> => {
    const session = await checkSession(identity, { sessionId, app: "web", workspaceId });
    if (!session?.current) throw new Error("The session has ended");
    return { ...owner, workspaceId, actor: session.current.actor };
  };
  return { identity, email, userId, sessionId, at, ownWorkspaceId: signedUp.workspace.id };
}

function coOwn(workspaceId: string, { actor }: WorkspaceContext): Promise<void> {
  return database.identity.access.addMember(workspaceId, actorIdOf(actor), "owner");
}

test("a closed account ends sessions, memberships and keys, and what the person wrote stays without a name", async () => {
  const owner = await aContext({ role: "owner" });
  const { identity, email, userId, sessionId, at, ownWorkspaceId } = await aMemberOf(owner);
  await coOwn(ownWorkspaceId, owner);
  const member = await at(owner.workspaceId);
  const { id: documentId } = await aDocument(member, { title: "Lease" });
  await addComment(member, { documentId, text: "The rent is wrong" });
  const { key } = await createApiKey(member, { name: "script" });

  await checkClosing(identity, { userId, password });
  for (const workspaceId of [owner.workspaceId, ownWorkspaceId])
    await leaveWorkspace(await at(workspaceId), {});
  await closeAccount(identity, { userId, password });

  expect(await checkSession(identity, { sessionId, app: "web" })).toBeNull();
  expect(await checkApiKey(identity, { key })).toBeNull();
  expect((await listMembers(owner, {})).items.map((each) => each.userId)).not.toContain(userId);
  await expect(signIn(identity, { email, password, app: "web" })).rejects.toThrow();
  expect(await database.identity.users.findByEmail(email)).toBeNull();
  const { items } = await listComments(owner, { documentId });
  expect(items).toMatchObject([{ text: "The rent is wrong", author: null }]);
  expect((await auditOf(owner)).map(({ operation }) => operation)).toContain(
    "members.leave-workspace",
  );
});

test("the only owner of a workspace is refused and told what to do, and nothing has ended", async () => {
  const owner = await aContext({ role: "owner" });
  const { identity, userId, sessionId, at, ownWorkspaceId } = await aMemberOf(owner);
  const refusal = {
    code: "CONFLICT",
    message: "You are the only owner of Own",
    hint: expect.stringContaining("Make somebody else an owner"),
  };

  await expect(checkClosing(identity, { userId, password })).rejects.toMatchObject(refusal);
  await expect(closeAccount(identity, { userId, password })).rejects.toMatchObject(refusal);
  await expect(leaveWorkspace(await at(ownWorkspaceId), {})).rejects.toMatchObject({
    code: "CONFLICT",
  });

  expect(await checkSession(identity, { sessionId, app: "web" })).not.toBeNull();
  expect((await getOwnAccount(identity, { userId })).memberships).toHaveLength(2);
});

test("a wrong password closes nothing and leaves a row", async () => {
  const owner = await aContext({ role: "owner" });
  const { identity, userId, sessionId, ownWorkspaceId } = await aMemberOf(owner);
  await coOwn(ownWorkspaceId, owner);

  for (const closing of [checkClosing, closeAccount])
    await expect(closing(identity, { userId, password: "a guess" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      errors: [{ path: "password" }],
    });

  expect(await checkSession(identity, { sessionId, app: "web" })).not.toBeNull();
  expect(await auditOf({ workspaceId: owner.workspaceId })).toContainEqual(
    expect.objectContaining({ operation: "identity.close-account", outcome: "failed" }),
  );
});

test("a person is told which documents only they see and which projects only they lead", async () => {
  const owner = await aContext({ role: "owner" });
  const { at } = await aMemberOf(owner);
  const project = await createProject(await at(owner.workspaceId), {
    name: "Secret",
    isRestricted: true,
  });
  const member = await at(owner.workspaceId);
  await aDocument(member, { projectIds: [project.id] });

  expect(await getLeaving(member, {})).toMatchObject({
    projects: [{ id: project.id, name: "Secret" }],
    isOnlyOwner: false,
  });
  expect(await getLeaving(owner, {})).toMatchObject({ projects: [], isOnlyOwner: true });
});

test("their data is all of theirs, nobody else's, and no password", async () => {
  const owner = await aContext({ role: "owner" });
  const { identity, userId, email, sessionId, at } = await aMemberOf(owner);
  const member = await at(owner.workspaceId);
  const { id: documentId } = await aDocument(owner, { title: "Lease" });
  await addComment(member, { documentId, text: "Mine" });
  await addComment(owner, { documentId, text: "Not mine" });
  await createView(member, { name: "Leases", query: "lease" });

  const { workspace, tables } = await getOwnData(member, {});
  const of = (name: string) => tables.find((table) => table.name === name)?.rows;

  expect(workspace.id).toBe(owner.workspaceId);
  expect(of("comments")).toMatchObject([{ text: "Mine", documentId }]);
  expect(of("views")).toMatchObject([{ name: "Leases" }]);
  expect(of("audit-rows")?.map(({ operation }) => operation)).toContain("comments.add-comment");
  expect(JSON.stringify(tables)).not.toContain("Not mine");
  const account = await getOwnAccount(identity, { userId });
  expect(account).toMatchObject({ profile: { email }, sessions: [{ id: sessionId }] });
  expect(JSON.stringify(account)).not.toContain("asswordHash");
});

test("a key of the person neither reads their data nor leaves for them", async () => {
  const owner = await aContext({ role: "owner" });
  const { at } = await aMemberOf(owner);
  const member = await at(owner.workspaceId);
  const withKey = throughKey(member, ["read", "write"]);

  for (const act of [getOwnData, getLeaving, leaveWorkspace])
    await expect(act(withKey, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
