import { expect, test } from "vitest";

import { askOnce } from "../../test/sso/ask-once";
import { certifiedIssuer } from "../../test/sso/certified-issuer";
import { createSso } from "./sso";

const callbackUrl = "https://web.example/api/auth/sso/oidc/sso_1/callback";

test("a person comes back from a certified issuer as who they are, and a code counts once", async () => {
  const sso = createSso({ allowList: ["127.0.0.1"] });
  const { settings, close } = await certifiedIssuer({ callbackUrl });
  try {
    await sso.check(settings);
    const { person, again } = await askOnce(sso, settings, {
      place: { entityId: "besunny", callbackUrl },
      typed: { login: "ada", password: "whatever she types" },
    });
    expect(person).toMatchObject({
      issuer: settings.issuer,
      subject: "ada",
      email: "ada@mill.example",
      name: "ada",
    });
    await expect(again()).rejects.toMatchObject({ name: "SsoRefused" });
  } finally {
    await close();
  }
});
