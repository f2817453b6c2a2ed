import type { Approver } from "@besunny/rules/definition";

type People = ReadonlyMap<
  string,
  { id: string; role: string; principals: readonly string[]; leads: readonly string[] }
>;
type Given = {
  people: People;
  document: { access: readonly string[]; filedIn: readonly { id: string }[] };
  /** The one who may not answer, because the document is theirs. */
  notThem: string | null;
};

/** Returns the members who are asked: those who see the document, without the one whom it came from. */
export function approversOf(
  approvers: readonly Approver[],
  { people, document, notThem }: Given,
): string[] {
  const all = [...people.values()];
  const named = approvers.flatMap((approver) => {
    if (approver.kind === "person") return people.get(approver.userId) ?? [];
    if (approver.kind === "role") return all.filter(({ role }) => role === approver.role);
    const projects =
      approver.projectId === undefined
        ? document.filedIn.map(({ id }) => id)
        : [approver.projectId];
    return all.filter(({ leads }) => leads.some((id) => projects.includes(id)));
  });
  const seeing = named.filter(
    ({ id, principals }) =>
      id !== notThem && principals.some((each) => document.access.includes(each)),
  );
  return [...new Set(seeing.map(({ id }) => id))];
}
