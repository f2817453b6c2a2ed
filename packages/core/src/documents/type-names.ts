import { taxonomy } from "./taxonomy";

export function isTypeName(name: string): boolean {
  return taxonomy.some((type) => type.name === name);
}
