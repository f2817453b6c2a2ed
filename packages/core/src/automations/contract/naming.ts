import type { Naming } from "@besunny/rules/sentence";
import { sayWith } from "@besunny/rules/sentence";
import { de } from "@besunny/rules/words/de";
import { en } from "@besunny/rules/words/en";
import type { Language } from "../../language";
import { actionNamed } from "../actions/registry";
import type { Surroundings } from "./world";

/** Returns what sentences need in a language: names of ids, and what each action does. */
export function namingOf(
  { catalogue, projects, people, sources }: Surroundings,
  language: Language,
): Naming {
  const words = language === "de" ? de : en;
  const names = new Map([...projects, ...people, ...sources].map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    words,
    language,
    catalogue,
    nameOf,
    doing(name, input) {
      const found = actionNamed(name);
      const key = keyOf(name, words);
      return found && key ? sayWith(words)(key, found.words(input, nameOf)) : name;
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
