import { existsSync } from "node:fs";
import { join } from "node:path";
import type { IdentityContext } from "@besunny/core/context";
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
import type { Caller } from "@besunny/core/operation/caller";
import { getOverview } from "@besunny/core/platform/get-overview";
import { createProject } from "@besunny/core/projects/create-project";
import { listProjects } from "@besunny/core/projects/list-projects";
import { createRuntime, type Runtime } from "@besunny/runtime/runtime";
import { fromCommandLine } from "./from-command-line";

import { looseFiles, projects, sampleWorkspace } from "./sample-company";
import { type SignIn, signInFile } from "./sign-ins";

type Say = (line: string) => void;

const fromHere = { ...fromCommandLine(), ip: "127.0.0.1", userAgent: "besunny seed" };

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
    const caller = await enter(runtime, identity, owner);
    await makePlatformAdmin(identity, { email: owner.email });
    for (const person of others) await letIn(caller, identity, person);
    await fillProjects(caller, runtime.places.samples);
    if (caller.actor.kind === "user")
      await signOutEverywhere(identity, { userId: caller.actor.id });
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
  const caller = runtime.jobAcross("seed");
  const { workspaces } = await getOverview(caller, { days: 1 });
  return workspaces.length > 0;
}

async function enter(runtime: Runtime, identity: IdentityContext, owner: SignIn): Promise<Caller> {
  const credentials = { email: owner.email, password: owner.password };
  const rules = { ...identity.rules, signUp: "open" as const };
  const given = { ...credentials, name: owner.name, workspaceName: sampleWorkspace };
  await signUp({ ...identity, rules }, given).catch((error: unknown) => {
    // The account exists if an earlier start was cut short.
    if (!(error instanceof AppError && error.code === "DUPLICATE")) throw error;
  });
  const session = await signIn(identity, { ...credentials, app: "web" });
  const checked = await checkSession(identity, { sessionId: session.sessionId, app: "web" });
  if (!checked?.current) throw new Error("The sample owner has no workspace");
  const { workspaceId, actor } = checked.current;
  return runtime.workspaceCaller(workspaceId, actor, fromHere);
}

async function letIn(
  caller: Caller,
  identity: IdentityContext,
  { email, name, password, role }: SignIn,
): Promise<void> {
  const { items } = await listMembers(caller, {});
  if (items.some((member) => member.email === email)) return;
  const invited = role === "viewer" ? "viewer" : "member";
  const { token } = await inviteMember(caller, { email, role: invited });
  await acceptInvitation(identity, { token, name, password });
}

async function fillProjects(caller: Caller, directory: string): Promise<void> {
  const { items: known } = await listProjects(caller, { limit: 200 });
  for (const { name, description, isRestricted, files } of projects) {
    const project =
      known.find((one) => one.name === name) ??
      (await createProject(caller, { name, description, isRestricted }));
    for (const fileName of files) await upload(caller, directory, fileName, [project.id]);
  }
  for (const fileName of looseFiles) await upload(caller, directory, fileName, []);
}

async function upload(
  caller: Caller,
  directory: string,
  fileName: string,
  projectIds: string[],
): Promise<void> {
  const path = join(directory, fileName);
  if (!existsSync(path)) throw new Error(`The sample file ${path} is missing`);
  await receiveUpload(caller, { path, fileName, projectIds, source: "sample" });
}
