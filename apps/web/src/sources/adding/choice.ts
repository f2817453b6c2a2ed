import type { Inputs, Outputs } from "@besunny/api/browser/outputs";
import { sourceKinds, sourceVisibilities } from "@besunny/api/browser/vocabulary";
import { createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";

export type Root = Outputs["sources"]["roots"]["items"][number];
export type ChosenRoot = Pick<Root, "ref" | "name" | "path">;
export type Rules = NonNullable<Inputs["sources"]["add"]["rules"]>;

const parseRoot = createParser<ChosenRoot>({
  parse: (text) => readRoot(text),
  serialize: (root) => JSON.stringify(root),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

const parseRules = createParser<Rules>({
  parse: (text) => readObject(text),
  serialize: (rules) => JSON.stringify(rules),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

/** Everything that was chosen so far, in the URL. */
export const choiceParsers = {
  kind: parseAsStringLiteral(sourceKinds),
  connection: parseAsString,
  /** The end of a consent, and with which account. */
  connecting: parseAsString,
  address: parseAsString,
  problem: parseAsString,
  whose: parseAsStringLiteral(["personal", "organisation"] as const),
  /** The mailbox to connect again. */
  again: parseAsString,
  root: parseRoot,
  rules: parseRules,
  seen: parseAsStringLiteral(sourceVisibilities),
  projects: parseAsArrayOf(parseAsString),
};

function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    return null;
  }
}

/** An address written by hand may hold anything; the server reads it again. */
function readRoot(text: string): ChosenRoot | null {
  const value = readObject(text);
  const ref = value?.ref;
  if (!value || typeof value.name !== "string" || typeof ref !== "object" || ref === null)
    return null;
  const path = Array.isArray(value.path)
    ? value.path.filter((each) => typeof each === "string")
    : [];
  return {
    name: value.name,
    path,
    ref: Object.fromEntries(
      Object.entries(ref).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
  };
}
