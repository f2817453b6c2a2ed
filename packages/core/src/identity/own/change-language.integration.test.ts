import { expect, test, vi } from "vitest";

import { anEmail, anIdentityContext, auditOf, password } from "../../../test/contexts";
import type { Language } from "../../language";
import { checkSession } from "../check-session";
import { requestPasswordReset } from "../request-password-reset";
import { requestSignUp } from "../request-sign-up";
import { signIn } from "../sign-in";
import { signUp } from "../sign-up";
import { changeLanguage } from "./change-language";

async function aPerson() {
  const email = anEmail();
  const ctx = anIdentityContext();
  const given = { name: "Ada", email, password, workspaceName: "Mill" };
  const { user, workspace } = await signUp(ctx, given);
  const languageNow = async () => {
    const { sessionId } = await signIn(ctx, { email, password, app: "web" });
    return (await checkSession(ctx, { sessionId, app: "web" }))?.user.language;
  };
  return { ctx, email, userId: user.id, workspaceId: workspace.id, languageNow };
}

function aMailbox(language: Language) {
  const subjects: string[] = [];
  const mail = {
    isConfigured: true,
    send: async ({ subject }: { subject: string }) => subjects.push(subject) > 0,
  };
  return { subjects, ctx: anIdentityContext({ mail, language }) };
}

test("a person's language is the browser's until they choose one, and again when they say so", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  expect(await one.languageNow()).toBeNull();

  await changeLanguage(one.ctx, { userId: one.userId, language: "de" });
  expect([await one.languageNow(), await other.languageNow()]).toEqual(["de", null]);

  await changeLanguage(one.ctx, { userId: one.userId, language: null });
  expect(await one.languageNow()).toBeNull();
});

test("a language that there is not is refused, and an account that there is not has none", async () => {
  const { ctx, userId } = await aPerson();
  const asked = JSON.parse('{"language":"tlh"}');
  await expect(changeLanguage(ctx, { userId, ...asked })).rejects.toThrow();
  await expect(changeLanguage(ctx, { userId: "usr_nobody", language: "de" })).rejects.toMatchObject(
    { code: "NOT_FOUND" },
  );
});

test("a changed language leaves a row with the language before and after", async () => {
  const { ctx, userId, workspaceId } = await aPerson();
  await changeLanguage(ctx, { userId, language: "de" });
  expect((await auditOf({ workspaceId }))[0]).toMatchObject({
    operation: "identity.change-language",
    actorId: userId,
    changes: [{ subject: userId, before: { language: null }, after: { language: "de" } }],
  });
});

test("mails come in the language that a person chose, else in that of the page that asked", async () => {
  const { ctx, email, userId } = await aPerson();
  const german = aMailbox("de");
  await requestPasswordReset(german.ctx, { email });
  await vi.waitFor(() => expect(german.subjects).toHaveLength(1));
  expect(german.subjects[0]).toBe("Wählen Sie ein neues Passwort für BeSunny");

  await changeLanguage(ctx, { userId, language: "en" });
  await requestPasswordReset(german.ctx, { email });
  await vi.waitFor(() => expect(german.subjects).toHaveLength(2));
  expect(german.subjects[1]).toBe("Choose a new password for BeSunny");

  const given = { name: "Eva", password, workspaceName: "Mill" };
  await requestSignUp(german.ctx, { ...given, email: anEmail() });
  await vi.waitFor(() => expect(german.subjects).toHaveLength(3));
  expect(german.subjects[2]).toBe("Bestätigen Sie Ihre Adresse für BeSunny");

  await requestSignUp(german.ctx, { ...given, email });
  await vi.waitFor(() => expect(german.subjects).toHaveLength(4));
  expect(german.subjects[3]).toBe("You have a BeSunny account already");
});
