import type { Approver } from "@besunny/rules/definition";
import type { Naming } from "@besunny/rules/sentence";
import { approverWords, sayWith } from "@besunny/rules/sentence";
import { de } from "@besunny/rules/words/de";
import { en } from "@besunny/rules/words/en";
import type { Language } from "../../language";
import { actionNamed } from "../actions/registry";
import type { Surroundings } from "./world";

/** Returns what sentences need in a language: names of ids, and what each action does. */
export function namingOf(
  { catalogue, projects, people, sources, endpoints }: Surroundings,
  language: Language,
): Naming {
  const words = language === "de" ? de : en;
  const all = [...projects, ...people, ...sources, ...endpoints];
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    words,
    language,
    catalogue,
    nameOf,
    doing(name, input) {
      const found = actionNamed(name);
      const key = keyOf(name, words);
      if (!found || !key) return name;
      const say = sayWith(words);
      const whom = (approver: Approver) => approverWords(approver, { nameOf }, say);
      return say(key, found.words(input, { nameOf, whom }));
    },
  };
}

function keyOf(name: string, words: Naming["words"]): keyof Naming["words"] | undefined {
  const key = `action.${name}`;
  return isKey(key, words) ? key : undefined;
}

function isKey(key: string, words: Naming["words"]): key is keyof Naming["words"] {
  return Object.hasOwn(words, key);
}
