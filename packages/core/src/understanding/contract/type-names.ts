import { taxonomy } from "./taxonomy";

/** The names of all types that a document may have. */
export const typeNames: readonly string[] = taxonomy.map(({ name }) => name);

export function isTypeName(name: string): boolean {
  return typeNames.includes(name);
}
