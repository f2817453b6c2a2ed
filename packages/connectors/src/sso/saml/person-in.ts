import { groupsIn, textIn } from "../claims";
import { type SamlSettings, type SsoPerson, type SsoPlace, SsoRefused } from "../sso-words";

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const SKEW_MS = 60_000;

const emails = [
  "email",
  "mail",
  "urn:oid:0.9.2342.19200300.100.1.3",
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
];
const names = [
  "name",
  "displayName",
  "urn:oid:2.16.840.1.113730.3.1.241",
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
];
const groupNames = [
  "groups",
  "memberOf",
  "http://schemas.xmlsoap.org/claims/Group",
  "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
];

type Expected = { settings: SamlSettings; place: SsoPlace; requestId: string };

/** Reads the person from an assertion whose signature was checked. Throws `SsoRefused` if it is of another issuer or for somebody else. */
export function personIn(given: unknown, { settings, place, requestId }: Expected): SsoPerson {
  const assertion = child(given, "Assertion") ?? given;
  if (textOf(child(assertion, "Issuer")) !== settings.issuer)
    throw new SsoRefused("The assertion is of another issuer");
  const subject = child(assertion, "Subject");
  const subjectId = textOf(child(subject, "NameID"));
  if (!subjectId) throw new SsoRefused("The assertion names nobody");
  const expiresAt = confirmedUntil(subject, { place, requestId });
  const id = attribute(assertion, "ID");
  if (!id) throw new SsoRefused("The assertion has no id");
  const told = attributesIn(assertion);
  const { claims } = settings;
  const email = firstIn(told, claims.email, emails) || (subjectId.includes("@") ? subjectId : "");
  return {
    issuer: settings.issuer,
    subject: subjectId,
    email: email.toLowerCase(),
    name: firstIn(told, claims.name, names),
    groups: groupsOf(told, claims.groups),
    sid: attribute(child(assertion, "AuthnStatement"), "SessionIndex"),
    assertion: { id, expiresAt },
  };
}

/** Returns when the assertion ends. One of its confirmations must be for our place, in answer to our request. */
function confirmedUntil(
  subject: unknown,
  { place, requestId }: Pick<Expected, "place" | "requestId">,
): Date {
  for (const confirmation of children(subject, "SubjectConfirmation")) {
    const data = child(confirmation, "SubjectConfirmationData");
    const end = Date.parse(attribute(data, "NotOnOrAfter") ?? "");
    const isOurs =
      attribute(confirmation, "Method") === BEARER &&
      attribute(data, "Recipient") === place.callbackUrl &&
      attribute(data, "InResponseTo") === requestId &&
      end + SKEW_MS > Date.now();
    if (isOurs) return new Date(end + SKEW_MS);
  }
  throw new SsoRefused("The assertion is not for this sign-in");
}

/** Returns the values of each attribute. Attributes of one name are put together: the library keeps the last alone. */
function attributesIn(assertion: unknown): Record<string, string[]> {
  const told = new Map<string, string[]>();
  for (const statement of children(assertion, "AttributeStatement"))
    for (const each of children(statement, "Attribute")) {
      const name = attribute(each, "Name");
      if (!name) continue;
      const values = children(each, "AttributeValue").map(textOf).filter(Boolean);
      told.set(name, [...(told.get(name) ?? []), ...values]);
    }
  return Object.fromEntries(told);
}

function firstIn(
  told: Record<string, string[]>,
  chosen: string | null,
  usual: readonly string[],
): string {
  const wanted = chosen ? [chosen] : usual;
  return wanted.map((name) => textIn(told, name)).find(Boolean) ?? "";
}

function groupsOf(told: Record<string, string[]>, chosen: string | null): string[] {
  return chosen
    ? groupsIn(told, chosen)
    : [...new Set(groupNames.flatMap((name) => groupsIn(told, name)))];
}

/** The library returns elements as lists under their names, attributes under `$` and text under `_`. */
function children(node: unknown, name: string): unknown[] {
  const held = memberOf(node, name);
  return Array.isArray(held) ? held : held === undefined ? [] : [held];
}

function child(node: unknown, name: string): unknown {
  const [first, ...others] = children(node, name);
  if (others.length > 0) throw new SsoRefused(`The assertion has more than one ${name}`);
  return first;
}

function attribute(node: unknown, name: string): string | null {
  const value = memberOf(memberOf(node, "$"), name);
  return typeof value === "string" ? value : null;
}

function textOf(node: unknown): string {
  const text = typeof node === "string" ? node : memberOf(node, "_");
  return typeof text === "string" ? text.trim() : "";
}

function memberOf(node: unknown, name: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return undefined;
  const held: unknown = Reflect.get(node, name);
  return held;
}
