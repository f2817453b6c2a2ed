import { namedKinds } from "./entity-key";
import { type PersonalDataKind, personalDataKinds } from "./personal-data-kinds";

/** The actions for a kind of detail before a text leaves. It stays, a token replaces it, or the text is not sent. */
export const redactionActions = ["leave", "replace", "refuse"] as const;
export type RedactionAction = (typeof redactionActions)[number];

/** The kinds that are found by their form and are no personal data by themselves. */
const otherKinds = ["money", "date", "url", "identifier"] as const;

const personalKinds = Object.keys(personalDataKinds).filter((kind): kind is PersonalDataKind =>
  Object.hasOwn(personalDataKinds, kind),
);

/** The kinds of details that can be replaced before a text leaves. */
export const redactionKinds = [...namedKinds, ...personalKinds, ...otherKinds] as const;
export type RedactionKind = (typeof redactionKinds)[number];

/** Returns what is done with a kind where nobody chose: people, and what harms them if it becomes public, are replaced. */
export function usualAction(kind: RedactionKind): RedactionAction {
  if (kind === "person") return "replace";
  const isPersonal = personalKinds.some((each) => each === kind);
  return isPersonal && kind !== "bic" ? "replace" : "leave";
}

/** Returns true for the name of a kind that this release can replace. */
export function isRedactionKind(name: string): name is RedactionKind {
  return redactionKinds.some((each) => each === name);
}
