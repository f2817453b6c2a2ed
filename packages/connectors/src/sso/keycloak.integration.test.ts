import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { askOnce } from "../../test/sso/ask-once";
import { aKeycloak, whyNoKeycloak } from "../../test/sso/keycloak";
import { createSso } from "./sso";

const web = "https://web.example/api/auth/sso";
const oidcPlace = { entityId: "besunny", callbackUrl: `${web}/oidc/sso_1/callback` };
const samlPlace = { entityId: `${web}/saml/sso_2`, callbackUrl: `${web}/saml/sso_2/callback` };
const why = whyNoKeycloak();

describe.skipIf(why !== null)(why ? `against Keycloak (${why})` : "against Keycloak", () => {
  const sso = createSso({ allowList: ["127.0.0.1"] });
  let keycloak: Awaited<ReturnType<typeof aKeycloak>>;
  beforeAll(async () => {
    keycloak = await aKeycloak({ oidc: oidcPlace, saml: samlPlace });
  }, 700_000);
  afterAll(() => keycloak?.close());

  test("by OpenID Connect a person comes back with address, name and groups, and a code counts once", async () => {
    const { oidc, typed } = keycloak;
    await sso.check(oidc);
    const { person, again } = await askOnce(sso, oidc, { place: oidcPlace, typed });
    expect(person).toMatchObject({
      issuer: oidc.issuer,
      email: "ada@mill.example",
      name: "Ada Miller",
      groups: expect.arrayContaining(["staff", "admins"]),
      sid: expect.any(String),
    });
    await expect(again()).rejects.toMatchObject({ name: "SsoRefused" });
  });

  test("by SAML a person comes back as the same one each time, with address, name and groups", async () => {
    const { saml, typed } = keycloak;
    await sso.check(saml);
    const { person } = await askOnce(sso, saml, { place: samlPlace, typed });
    expect(person).toMatchObject({
      issuer: saml.issuer,
      email: "ada@mill.example",
      name: "Ada",
      groups: expect.arrayContaining(["staff", "admins"]),
    });
    expect(person.assertion?.expiresAt.getTime()).toBeGreaterThan(Date.now());
    const next = await askOnce(sso, saml, { place: samlPlace, typed });
    expect(next.person.subject).toBe(person.subject);
  });

  test("an answer of SAML for another of our connections is refused", async () => {
    const { saml, typed } = keycloak;
    const other = { entityId: `${web}/saml/sso_3`, callbackUrl: samlPlace.callbackUrl };
    await expect(askOnce(sso, saml, { place: other, typed })).rejects.toThrow();
  });
});
