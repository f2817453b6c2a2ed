import type { Role } from "../../access/actions";

/** The reasons for which a person may see a document. */
export const reasonKinds = ["uploader", "manager", "project", "share", "group", "member"] as const;

type Reason = { kind: (typeof reasonKinds)[number]; projectId?: string; groupId?: string };

/** Returns the reasons for which a member sees a document, the most particular first; none if they do not see it. */
export function reasonsOf(
  { access, uploadedById }: { access: readonly string[]; uploadedById: string | null },
  {
    userId,
    role,
    projectIds,
    groupIds,
  }: { userId: string; role: Role; projectIds: readonly string[]; groupIds: readonly string[] },
): Reason[] {
  const isNamed = access.includes(userId);
  const isManager = role === "owner" || role === "admin";
  return [
    ...(isNamed && userId === uploadedById ? [{ kind: "uploader" as const }] : []),
    ...(isNamed && userId !== uploadedById ? [{ kind: "share" as const }] : []),
    ...groupIds
      .filter((id) => access.includes(id))
      .map((groupId) => ({ kind: "group" as const, groupId })),
    ...projectIds
      .filter((id) => access.includes(id))
      .map((projectId) => ({ kind: "project" as const, projectId })),
    ...(isManager && access.includes("all") ? [{ kind: "manager" as const }] : []),
    ...(access.includes("ws") ? [{ kind: "member" as const }] : []),
  ];
}
