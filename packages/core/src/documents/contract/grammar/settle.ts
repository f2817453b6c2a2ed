import { fieldKey } from "../../../fields/contract/field-key";
import { dayRange } from "./day-range";
import { fieldOf, keyOf, keys, wordOf } from "./keys";
import { nearest } from "./nearest";
import type { Comparison, Condition, Part, Trouble } from "./query";
import { readAmounts } from "./read-amount";

type Written = { key: string; is: Comparison; values: string[]; text: string };
type Settled = { parts: Part[]; trouble: Trouble | null };

/** Returns a condition as it was written in its canonical form, or as words with the trouble of it. */
export function settle(written: Written, now: Date): Settled {
  const { key: name, is, values, text } = written;
  const field = fieldOf(name.toLowerCase());
  const key = keyOf(name);
  if (field !== null || (!key && is !== ":")) return fielded(field ?? name, written);
  if (!key) return unknown(written);
  if (key.values === "day" || key.values === "amount") {
    const isRead = (value: string) =>
      key.values === "day" ? dayRange(key.name, is, value, now) : readAmounts(is, value);
    const [value = ""] = values;
    return values.length === 1 && isRead(value)
      ? condition(key.name, is, values)
      : bad(text, `“${text}” needs ${needs[key.values]}, as in ${key.example}`);
  }
  if (is !== ":") return bad(text, `“${name}” takes a colon, as in ${key.example}`, key.example);
  if (!key.words) return condition(key.name, is, values);
  const words = values.map((value) => wordOf(key, value) ?? (key.takesNames ? value : undefined));
  const lost = values.find((_, at) => words[at] === undefined);
  if (lost === undefined)
    return condition(
      key.name,
      is,
      words.filter((word) => word !== undefined),
    );
  const meant = nearest(lost, key.words);
  return bad(
    text,
    `“${key.name}” has no value “${lost}”; it takes ${key.words.join(", ")}`,
    meant && `${key.name}:${meant}`,
  );
}

const needs = { day: "a day, a month, a year or words such as “last week”", amount: "a number" };

function fielded(field: string, { is, values, text }: Written): Settled {
  const name = fieldKey(field);
  if (name === "") return bad(text, "Name a field, as in field.total>100");
  return condition(`field.${name}`, is, is === ":" ? values : values.slice(0, 1));
}

function condition(key: string, is: Comparison, values: string[]): Settled {
  const made: Condition = { kind: "condition", key, is, values: [...new Set(values)] };
  return { parts: [made], trouble: null };
}

function bad(text: string, message: string, suggestion: string | null = null): Settled {
  return { parts: [], trouble: { text, message, suggestion } };
}

/** "https://…" and "Re:…" are no filters. What looks like one is searched as words. */
function unknown({ key, values, text }: Written): Settled {
  const parts: Part[] = [key, ...values].flatMap(wordsOf);
  const [value = ""] = values;
  if (value.startsWith("/")) return { parts, trouble: null };
  const names = keys.flatMap(({ name, also }) => [name, ...also]);
  const meant = nearest(key, names);
  const known = meant && (keyOf(meant)?.name ?? meant);
  return {
    parts,
    trouble: {
      text,
      message: `There is no filter “${key}”, so its words were searched`,
      suggestion: known && text.replace(/^[^:]*/, known),
    },
  };
}

function wordsOf(text: string): Part[] {
  if (/\s/.test(text)) return [{ kind: "phrase", text }];
  const word = text.replaceAll(/["“”„«»()|:<>=]/g, "").replace(/^[-−]+/, "");
  return word === "" || word === "OR" || word === "NOT" ? [] : [{ kind: "word", text: word }];
}
