import { expect, test } from "vitest";

import {
  aContext,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  database,
  password,
} from "../../test/contexts";
import { makePlatformAdmin } from "../identity/make-platform-admin";
import { signIn } from "../identity/sign-in";
import { signUp } from "../identity/sign-up";
import { listPlatformAudit } from "./list-platform-audit";

async function anAdmin() {
  const email = anEmail();
  const given = { name: "Grace", email, password, workspaceName: "Mill" };
  const { user } = await signUp(anIdentityContext(), given);
  await makePlatformAdmin(anIdentityContext({ door: "cli" }), { email });
  await signIn(anIdentityContext(), { email, password, app: "admin" });
  return { email, id: user.id };
}

test("shows platform admins the rows of the platform, newest first, with names, by person and page", async () => {
  const admin = await anAdmin();
  const ctx = aPlatformContext({
    actor: { kind: "platformAdmin", id: admin.id, confirmedAt: new Date() },
  });
  await database.platform.audit.record({
    operation: "platform.cancel-runs",
    actorKind: "platformAdmin",
    actorId: admin.id,
    subjects: [admin.id],
    input: {},
    outcome: "refused",
  });

  const first = await listPlatformAudit(ctx, { subject: admin.id, limit: 2 });
  const second = await listPlatformAudit(ctx, {
    subject: admin.id,
    limit: 2,
    cursor: first.nextCursor,
  });

  const grace = { id: admin.id, name: "Grace", email: admin.email };
  expect([...first.items, ...second.items]).toMatchObject([
    { operation: "platform.cancel-runs", outcome: "refused", actor: grace, changes: [] },
    {
      operation: "identity.sign-in",
      actor: grace,
      subjects: [admin.id, expect.stringMatching(/^ses_/)],
    },
    {
      operation: "identity.make-platform-admin",
      door: "cli",
      actor: { kind: "nobody", name: null },
      changes: [{ subject: admin.id, after: { isPlatformAdmin: true } }],
    },
  ]);
  expect(second.nextCursor).toBeNull();
  const refused = { actorId: admin.id, outcome: "refused" } as const;
  expect((await listPlatformAudit(ctx, refused)).items).toHaveLength(1);
  const signIns = { actorId: admin.id, operation: "identity.sign-in" };
  expect((await listPlatformAudit(ctx, signIns)).items).toHaveLength(1);
  const at = first.items[0]?.createdAt;
  expect((await listPlatformAudit(ctx, { ...refused, to: at })).items).toEqual([]);
});

test("is refused to background jobs, and shows nothing of a workspace's own log", async () => {
  const { workspaceId } = await aContext({ role: "owner" });
  const job = aPlatformContext({ actor: { kind: "job", name: "relay-outbox" } });

  await expect(listPlatformAudit(job, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await listPlatformAudit(aPlatformContext(), { subject: workspaceId })).items).toEqual([]);
});
