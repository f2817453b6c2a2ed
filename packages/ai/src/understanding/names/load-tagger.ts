import { KnownFile, knownOf, TaggerFile, taggerOf } from "./model";
import { type Tagger, tagger } from "./tagger";

const files = {
  en: () => import("../../models/names-en.json", { with: { type: "json" } }),
  de: () => import("../../models/names-de.json", { with: { type: "json" } }),
  fr: () => import("../../models/names-fr.json", { with: { type: "json" } }),
};
export type NameLanguage = keyof typeof files;

const loaded = new Map<NameLanguage, Promise<Tagger>>();

/** True for a language that a tagger is shipped for. */
export function isNameLanguage(language: string | null): language is NameLanguage {
  return language !== null && Object.hasOwn(files, language);
}

/** The shipped tagger of names in a language, loaded when it is first needed; see MODEL-CARD.md. */
export function loadTagger(language: NameLanguage): Promise<Tagger> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = load(language);
  loaded.set(language, loading);
  return loading;
}

async function load(language: NameLanguage): Promise<Tagger> {
  const [{ default: model }, { default: known }] = await Promise.all([
    files[language](),
    import("../../models/known-names.json", { with: { type: "json" } }),
  ]);
  return tagger(taggerOf(TaggerFile.parse(model)), knownOf(KnownFile.parse(known)));
}
