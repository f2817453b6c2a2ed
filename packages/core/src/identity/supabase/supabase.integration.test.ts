import { randomUUID } from "node:crypto";
import type { SupabaseAuth, SupabasePerson } from "@besunny/connectors/supabase/supabase-words";
import { describe, expect, test } from "vitest";

import { anEmail, anIdentityContext, database } from "../../../test/contexts";
import type { IdentityContext } from "../../context";
import { checkSession } from "../check-session";
import { checkSupabaseToken } from "./check-supabase-token";

/** A project whose tokens are the ids of its sessions. */
function aProject() {
  const people = new Map<string, SupabasePerson>();
  let asked = 0;
  const supabase: SupabaseAuth = {
    verify: async (token) =>
      token.startsWith("token-")
        ? {
            issuer: "https://project.example/auth/v1",
            subject: token.split("/")[1] ?? "",
            sessionId: token,
            expiresAt: new Date(Date.now() + 3_600_000),
          }
        : null,
    async whoIs(token) {
      asked += 1;
      return people.get(token) ?? null;
    },
  };
  function aToken(own: Partial<SupabasePerson> = {}) {
    const subject = own.subject ?? randomUUID();
    const token = `token-${randomUUID()}/${subject}`;
    const person = { subject, email: anEmail(), isEmailProven: true, name: "Ada", ...own };
    people.set(token, person);
    return { token, person };
  }
  return { supabase, aToken, people, asked: () => asked };
}

const at = (ctx: IdentityContext, ms: number): IdentityContext => ({
  ...ctx,
  clock: () => new Date(Date.now() + ms),
});

describe("a token of Supabase Auth", () => {
  test("opens one session for each session there, and an account for each subject", async () => {
    const project = aProject();
    const ctx = anIdentityContext({ supabase: project.supabase });
    const { token, person } = project.aToken();
    const all = await Promise.all([1, 2, 3].map(() => checkSupabaseToken(ctx, { token })));
    const [first] = all;
    expect(new Set(all.map((each) => each?.sessionId)).size).toBe(1);
    const session = await checkSession(ctx, { sessionId: first?.sessionId ?? "", app: "web" });
    expect(session).toMatchObject({
      user: { email: person.email },
      current: { actor: { role: "owner" } },
    });

    const next = project.aToken(person);
    const second = await checkSupabaseToken(ctx, { token: next.token });
    expect(second?.sessionId).not.toBe(first?.sessionId);
    const again = await checkSession(ctx, { sessionId: second?.sessionId ?? "", app: "web" });
    expect(again?.user.id).toBe(session?.user.id);
  });

  test("is asked about again after a minute, and ends with its session there", async () => {
    const project = aProject();
    const ctx = anIdentityContext({ supabase: project.supabase });
    const { token } = project.aToken();
    const first = await checkSupabaseToken(ctx, { token });
    const asked = project.asked();
    await checkSupabaseToken(at(ctx, 50_000), { token });
    expect(project.asked()).toBe(asked);
    project.people.delete(token);
    expect(await checkSupabaseToken(at(ctx, 61_000), { token })).toBeNull();
    expect(await checkSession(ctx, { sessionId: first?.sessionId ?? "", app: "web" })).toBeNull();
    expect(await checkSupabaseToken(at(ctx, 62_000), { token })).toBeNull();
  });

  test("takes over no account by its address", async () => {
    const project = aProject();
    const ctx = anIdentityContext({ supabase: project.supabase });
    const email = anEmail();
    await database.identity.users.create({ email, name: "Bob", passwordHash: "x" });
    expect(await checkSupabaseToken(ctx, { token: project.aToken({ email }).token })).toBeNull();
  });

  test("is refused without a proven address, against the rules of sign-up, of another person, and where no project is set up", async () => {
    const project = aProject();
    const { supabase } = project;
    const ctx = anIdentityContext({ supabase });
    const open = project.aToken({ isEmailProven: false });
    expect(await checkSupabaseToken(ctx, { token: open.token })).toBeNull();
    const rules = { signUp: "closed", sessionIdleDays: 14 } as const;
    const closed = anIdentityContext({ supabase, rules });
    await expect(
      checkSupabaseToken(closed, { token: project.aToken().token }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { token, person } = project.aToken();
    project.people.set(token, { ...person, subject: "another" });
    expect(await checkSupabaseToken(ctx, { token })).toBeNull();
    expect(await checkSupabaseToken(anIdentityContext(), { token })).toBeNull();
    expect(await checkSupabaseToken(ctx, { token: "forged" })).toBeNull();
  });
});
