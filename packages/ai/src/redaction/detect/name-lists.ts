import { nameLists } from "../../understanding/names/known-names";
import { KnownFile, knownOf } from "../../understanding/names/model";
import type { NameLists } from "./told-names";

const [given, surname] = [bitOf("given"), bitOf("surname")];
let loaded: Promise<NameLists> | undefined;

/** Loads the shipped lists of first and last names when they are first needed. */
export function loadNameLists(): Promise<NameLists> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<NameLists> {
  const { default: file } = await import("../../models/known-names.json", {
    with: { type: "json" },
  });
  const known = knownOf(KnownFile.parse(file));
  return (word) => {
    const bits = known(word);
    return { isGiven: (bits & given) > 0, isSurname: (bits & surname) > 0 };
  };
}

function bitOf(list: (typeof nameLists)[number]): number {
  return 1 << nameLists.indexOf(list);
}
