import { describe, expect, test } from "vitest";

import { encode, type Said, samlDouble } from "../../../test/sso/saml-double";
import { createSso } from "../sso";
import type { SamlSettings } from "../sso-words";

const place = {
  entityId: "https://web.example/api/auth/sso/saml/sso_1",
  callbackUrl: "https://web.example/api/auth/sso/saml/sso_1/acs",
};
const idp = samlDouble(place);
const requestId = "_request-1";
const secret = { verifier: "", nonce: "", requestId };
const sso = createSso();
const settings: SamlSettings = {
  kind: "saml",
  issuer: idp.issuer,
  signInUrl: "https://idp.mill.example/sso",
  certificates: [idp.certificate],
  claims: { email: null, name: null, groups: null },
};

const finish = (xml: string, own: SamlSettings = settings) =>
  sso.finish(own, {
    place,
    state: "state",
    secret,
    answer: { kind: "saml", response: encode(xml) },
  });
const xmlOf = (said: Said = {}) => idp.xmlOf({ inResponseTo: requestId, ...said });

describe("a response that is as it must be", () => {
  test.each(["assertion", "response", "both"] as const)(
    "is taken when the %s is signed",
    async (sign) => {
      const attributes = [
        { name: "email", values: [" Ada@Mill.example "] },
        { name: "displayName", values: ["Ada"] },
        { name: "groups", values: ["staff"] },
        { name: "groups", values: ["admins", " staff ", ""] },
      ];
      expect(await finish(xmlOf({ attributes, sign }))).toMatchObject({
        issuer: idp.issuer,
        subject: "ada",
        email: "ada@mill.example",
        name: "Ada",
        groups: ["staff", "admins"],
        sid: "_s1",
        assertion: { id: expect.stringMatching(/^_/) },
      });
    },
  );

  test("is taken by any of the certificates while they change", async () => {
    const other = samlDouble(place);
    const certificates = [other.certificate, idp.certificate];
    await expect(finish(xmlOf(), { ...settings, certificates })).resolves.toMatchObject({
      subject: "ada",
    });
  });

  test("names a request that the browser is sent with", async () => {
    const url = new URL(await sso.begin(settings, { place, state: "s1", secret, isFresh: true }));
    expect(url.origin + url.pathname).toBe(settings.signInUrl);
    expect(url.searchParams.get("RelayState")).toBe("s1");
  });
});

describe("a response is refused", () => {
  const hour = 3600;
  test.each<[string, Said]>([
    ["without a signature", { sign: "none" }],
    ["of another issuer", { issuer: "https://evil.example" }],
    ["for another audience", { audience: "https://web.example/api/auth/sso/saml/sso_2" }],
    ["for another recipient", { recipient: "https://evil.example/acs" }],
    ["for another destination", { destination: "https://evil.example/acs" }],
    ["to another request", { inResponseTo: "_request-2" }],
    ["that has run out", { notBefore: -2 * hour, notOnOrAfter: -hour }],
    ["that does not count yet", { notBefore: hour, notOnOrAfter: 2 * hour }],
    ["that names nobody", { nameId: "" }],
    [
      "with SHA-1",
      {
        algorithm: {
          signature: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
          digest: "http://www.w3.org/2000/09/xmldsig#sha1",
        },
      },
    ],
  ])("%s", async (_what, said) => {
    await expect(finish(xmlOf(said))).rejects.toMatchObject({ name: "SsoRefused" });
  });

  test("by another key", async () => {
    const { certificate } = samlDouble(place);
    await expect(
      finish(xmlOf(), { ...settings, certificates: [certificate] }),
    ).rejects.toMatchObject({ name: "SsoRefused" });
  });

  test("with a shared key made of the public one", async () => {
    const xml = xmlOf().replace(
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
    );
    await expect(finish(xml)).rejects.toMatchObject({ name: "SsoRefused" });
  });

  test("when a word of it was changed", async () => {
    await expect(finish(xmlOf().replace(">ada<", ">eve<"))).rejects.toMatchObject({
      name: "SsoRefused",
    });
  });

  test("when a comment cuts its name in two", async () => {
    const xml = xmlOf({ nameId: "ada@mill.example.evil.example" }).replace(
      "ada@mill.example.evil",
      "ada@mill.example<!---->.evil",
    );
    await expect(finish(xml)).rejects.toMatchObject({
      reason: expect.stringContaining("comments"),
    });
  });

  test("with a document type or entities", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY who "eve">]>${xmlOf()}`;
    await expect(finish(xml)).rejects.toMatchObject({ name: "SsoRefused" });
  });

  test("when it is no XML, empty, or endless", async () => {
    for (const xml of ["", "hello", "<a>", `<a>${"x".repeat(600_000)}</a>`])
      await expect(finish(xml)).rejects.toMatchObject({ name: "SsoRefused" });
  });
});

describe("a signature that is moved around is refused", () => {
  const evilId = "_evil";
  const parts = () => {
    const xml = xmlOf();
    const [assertion = ""] = xml.match(/<saml:Assertion[\s\S]*<\/saml:Assertion>/) ?? [];
    const [signature = ""] = assertion.match(/<Signature[\s\S]*<\/Signature>/) ?? [];
    const bare = assertion.replace(signature, "");
    const evil = bare.replace(/ID="[^"]*"/, `ID="${evilId}"`).replace(">ada<", ">eve<");
    return { xml, assertion, signature, bare, evil };
  };
  type Parts = ReturnType<typeof parts>;
  const wraps: [string, (given: Parts) => string][] = [
    [
      "beside a forged one, before it",
      ({ xml, assertion, evil }) => xml.replace(assertion, evil + assertion),
    ],
    [
      "beside a forged one, after it",
      ({ xml, assertion, evil }) => xml.replace(assertion, assertion + evil),
    ],
    [
      "within a forged one",
      ({ xml, assertion, evil }) =>
        xml.replace(assertion, evil.replace("</saml:Assertion>", `${assertion}</saml:Assertion>`)),
    ],
    [
      "within the signature of a forged one",
      ({ xml, assertion, signature, bare, evil }) =>
        xml.replace(
          assertion,
          evil.replace(
            "</saml:Issuer>",
            `</saml:Issuer>${signature.replace("</Signature>", `<Object>${bare}</Object></Signature>`)}`,
          ),
        ),
    ],
    [
      "in an extension before a forged one",
      ({ xml, assertion, evil }) =>
        xml.replace(assertion, `<samlp:Extensions>${assertion}</samlp:Extensions>${evil}`),
    ],
    [
      "with the signature under a forged one of the same id",
      ({ xml, assertion, signature, evil, bare }) => {
        const id = bare.match(/ID="([^"]*)"/)?.[1] ?? "";
        const same = evil.replace(evilId, id);
        return xml.replace(
          assertion,
          same.replace("</saml:Issuer>", `</saml:Issuer>${signature}`) +
            `<samlp:Extensions>${bare}</samlp:Extensions>`,
        );
      },
    ],
    [
      "in an object of the signature, around the response",
      ({ xml, assertion, signature, evil }) =>
        xml.replace(
          assertion,
          `${evil}${signature.replace("</Signature>", `<Object>${assertion}</Object></Signature>`)}`,
        ),
    ],
    [
      "in a wrapping response",
      ({ xml, assertion, evil }) =>
        `${xml.replace(assertion, evil).replace("</samlp:Response>", "")}<samlp:Extensions>${xml}</samlp:Extensions></samlp:Response>`,
    ],
  ];

  test.each(wraps)("%s", async (_what, wrap) => {
    const given = parts();
    expect(given.signature).not.toBe("");
    expect(given.evil).toContain(">eve<");
    const outcome = await finish(wrap(given)).catch((error: Error) => error.name);
    expect(outcome).toBe("SsoRefused");
  });
});
