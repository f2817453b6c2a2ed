import { generateKeyPairSync, randomUUID } from "node:crypto";
import { SignedXml } from "xml-crypto";

const names = {
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  rsa: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  c14n: "http://www.w3.org/2001/10/xml-exc-c14n#",
  enveloped: "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
};

export type Said = {
  issuer?: string;
  audience?: string;
  recipient?: string;
  destination?: string;
  inResponseTo?: string;
  nameId?: string;
  assertionId?: string;
  /** Seconds from now. */
  notBefore?: number;
  notOnOrAfter?: number;
  sessionIndex?: string;
  attributes?: readonly { name: string; values: readonly string[] }[];
  sign?: "assertion" | "response" | "both" | "none";
  algorithm?: { signature: string; digest: string };
};

/** An issuer that speaks SAML and says what a test wants, rightly signed or not. */
export function samlDouble({
  issuer = "https://idp.mill.example",
  entityId,
  callbackUrl,
}: {
  issuer?: string;
  entityId: string;
  callbackUrl: string;
}) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const certificate = publicKey.export({ type: "spki", format: "pem" }).toString();

  function xmlOf(said: Said): string {
    const { sign = "assertion" } = said;
    const id = said.assertionId ?? `_${randomUUID()}`;
    let xml = response(id, { issuer, entityId, callbackUrl, ...clean(said) });
    if (sign === "assertion" || sign === "both") xml = signed(xml, "Assertion", said);
    if (sign === "response" || sign === "both") xml = signed(xml, "Response", said);
    return xml;
  }

  function signed(xml: string, element: "Assertion" | "Response", said: Said): string {
    const { signature = names.rsa, digest = names.sha256 } = said.algorithm ?? {};
    const signer = new SignedXml({
      privateKey: key,
      signatureAlgorithm: signature,
      canonicalizationAlgorithm: names.c14n,
    });
    signer.addReference({
      xpath: `//*[local-name(.)='${element}']`,
      transforms: [names.enveloped, names.c14n],
      digestAlgorithm: digest,
    });
    signer.computeSignature(xml, {
      location: {
        reference: `//*[local-name(.)='${element}']/*[local-name(.)='Issuer']`,
        action: "after",
      },
    });
    return signer.getSignedXml();
  }

  return { issuer, certificate, xmlOf, encode };
}

export const encode = (xml: string) => Buffer.from(xml).toString("base64");

type Full = Said & { issuer: string; entityId: string; callbackUrl: string };

const clean = (said: Said): Said =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

function response(id: string, said: Full): string {
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  const { issuer, entityId, callbackUrl, inResponseTo = "_none" } = said;
  const { notBefore = -30, notOnOrAfter = 120 } = said;
  const attributes = (said.attributes ?? [])
    .map(
      ({ name, values }) =>
        `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join("")}</saml:Attribute>`,
    )
    .join("");
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" Version="2.0" IssueInstant="${at(0)}" Destination="${said.destination ?? callbackUrl}" InResponseTo="${inResponseTo}"><saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="${id}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${said.nameId ?? "ada"}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${at(notOnOrAfter)}" Recipient="${said.recipient ?? callbackUrl}" InResponseTo="${inResponseTo}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(notBefore)}" NotOnOrAfter="${at(notOnOrAfter)}"><saml:AudienceRestriction><saml:Audience>${said.audience ?? entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="${said.sessionIndex ?? "_s1"}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${attributes && `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>`}</saml:Assertion></samlp:Response>`;
}
