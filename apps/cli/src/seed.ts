import { existsSync } from "node:fs";
import { join } from "node:path";
import type { IdentityContext, WorkspaceContext } from "@besunny/core/context";
import { receiveUpload } from "@besunny/core/documents/receive-upload";
import { AppError } from "@besunny/core/errors";
import { acceptInvitation } from "@besunny/core/identity/accept-invitation";
import { checkSession } from "@besunny/core/identity/check-session";
import { makePlatformAdmin } from "@besunny/core/identity/make-platform-admin";
import { signIn } from "@besunny/core/identity/sign-in";
import { signOutEverywhere } from "@besunny/core/identity/sign-out-everywhere";
import { signUp } from "@besunny/core/identity/sign-up";
import { inviteMember } from "@besunny/core/members/invite-member";
import { listMembers } from "@besunny/core/members/list-members";
import { getOverview } from "@besunny/core/platform/get-overview";
import { createProject } from "@besunny/core/projects/create-project";
import { listProjects } from "@besunny/core/projects/list-projects";
import { createRuntime, type Runtime } from "@besunny/runtime/runtime";

import { looseFiles, projects, sampleWorkspace } from "./sample-company";
import { type SignIn, signInFile } from "./sign-ins";

type Say = (line: string) => void;

const fromHere = { ip: "127.0.0.1", userAgent: "besunny seed" };

/**
 * Makes the sample company by the same operations that people use, unless there is a workspace already. Cut short, it
 * goes on at the next start; nothing is made twice.
 */
export async function seed(say: Say): Promise<void> {
  const runtime = await createRuntime({ app: "cli" });
  try {
    const file = signInFile(runtime.places.data);
    if (await file.isFinished()) return;
    if (!(await file.isBegun()) && (await hasWorkspace(runtime))) return;

    say("Making the sample workspace");
    const [owner, ...others] = await file.begin();
    if (!owner) throw new Error("The sample company has nobody");
    const identity = runtime.identityContext(fromHere);
    const ctx = await enter(runtime, identity, owner);
    await makePlatformAdmin(identity, { email: owner.email });
    for (const person of others) await letIn(ctx, identity, person);
    await fillProjects(ctx, join(runtime.places.root, "apps/cli/sample/files"));
    if (ctx.actor.kind === "user") await signOutEverywhere(identity, { userId: ctx.actor.id });
    await file.finish();
    say(`The sample workspace "${sampleWorkspace}" has ${countOfFiles} documents`);
  } finally {
    await runtime.close();
  }
}

/** Lets whom BESUNNY_ADMIN_EMAIL names into the admin app. */
export async function appointAdmin(email: string, say: Say): Promise<void> {
  const runtime = await createRuntime({ app: "cli" });
  try {
    const { found } = await makePlatformAdmin(runtime.identityContext(fromHere), { email });
    if (!found)
      say(`BESUNNY_ADMIN_EMAIL: nobody has signed up as ${email} yet; start again after that`);
  } finally {
    await runtime.close();
  }
}

const countOfFiles = looseFiles.length + projects.flatMap(({ files }) => files).length;

async function hasWorkspace(runtime: Runtime): Promise<boolean> {
  const ctx = runtime.platformContext({ kind: "job", name: "seed" });
  const { workspaces } = await getOverview(ctx, { days: 1 });
  return workspaces.length > 0;
}

async function enter(
  runtime: Runtime,
  identity: IdentityContext,
  owner: SignIn,
): Promise<WorkspaceContext> {
  const credentials = { email: owner.email, password: owner.password };
  const rules = { ...identity.rules, signUp: "open" as const };
  const given = { ...credentials, name: owner.name, workspaceName: sampleWorkspace };
  await signUp({ ...identity, rules }, given).catch((error: unknown) => {
    // Where an earlier start was cut short.
    if (!(error instanceof AppError && error.code === "DUPLICATE")) throw error;
  });
  const session = await signIn(identity, { ...credentials, app: "web" });
  const checked = await checkSession(identity, { sessionId: session.sessionId, app: "web" });
  if (!checked?.current) throw new Error("The sample owner has no workspace");
  return runtime.workspaceContext(checked.current.workspaceId, checked.current.actor);
}

async function letIn(
  ctx: WorkspaceContext,
  identity: IdentityContext,
  { email, name, password, role }: SignIn,
): Promise<void> {
  const { items } = await listMembers(ctx, {});
  if (items.some((member) => member.email === email)) return;
  const invited = role === "viewer" ? "viewer" : "member";
  const { token } = await inviteMember(ctx, { email, role: invited });
  await acceptInvitation(identity, { token, name, password });
}

async function fillProjects(ctx: WorkspaceContext, directory: string): Promise<void> {
  const { items: known } = await listProjects(ctx, { limit: 200 });
  for (const { name, description, isRestricted, files } of projects) {
    const project =
      known.find((one) => one.name === name) ??
      (await createProject(ctx, { name, description, isRestricted }));
    for (const fileName of files) await upload(ctx, directory, fileName, [project.id]);
  }
  for (const fileName of looseFiles) await upload(ctx, directory, fileName, []);
}

async function upload(
  ctx: WorkspaceContext,
  directory: string,
  fileName: string,
  projectIds: string[],
): Promise<void> {
  const path = join(directory, fileName);
  if (!existsSync(path)) throw new Error(`The sample file ${path} is missing`);
  await receiveUpload(ctx, { path, fileName, projectIds, source: "sample" });
}
