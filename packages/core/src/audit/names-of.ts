import type { QueryTools } from "../operation/query";

/**
 * Returns the names behind ids of any kind: people who acted here, API keys, and existing documents and projects. Leaves out ids without a
 * name.
 */
export async function namesOf(
  { audit, documents, projects }: Pick<QueryTools, "audit" | "documents" | "projects">,
  ids: readonly string[],
) {
  const of = (prefix: string) => [...new Set(ids.filter((id) => id.startsWith(prefix)))];
  const people = await audit.listActors(of("usr_"));
  const keys = await audit.listKeys(of("key_"));
  const found = await documents.findMany(of("doc_"));
  const filed = await projects.findMany(of("prj_"));
  const things = [...found.map(({ id, title }) => ({ id, name: title })), ...filed];
  return { people, keys, things };
}
