import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  id: true,
  name: true,
  createdAt: true,
  members: {
    orderBy: { createdAt: "asc" },
    select: { userId: true, membership: { select: { user: { select: { name: true } } } } },
  },
} satisfies Prisma.GroupSelect;

type Row = Prisma.GroupGetPayload<{ select: typeof columns }>;
export type Group = Pick<Row, "id" | "name" | "createdAt"> & {
  members: { userId: string; name: string }[];
};

export function groupRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: async (): Promise<Group[]> => {
      const rows = await tx.group.findMany({
        where: { workspaceId },
        orderBy: { name: "asc" },
        select: columns,
      });
      return rows.map(toGroup);
    },

    find: async (id: string): Promise<Group | null> => {
      const row = await tx.group.findFirst({ where: { workspaceId, id }, select: columns });
      return row && toGroup(row);
    },

    /** Returns false if another group has this name. */
    isNameFree: async (name: string, { but }: { but?: string } = {}): Promise<boolean> => {
      const other = await tx.group.findFirst({
        where: { workspaceId, name, ...(but && { id: { not: but } }) },
        select: { id: true },
      });
      return other === null;
    },

    create: async (name: string): Promise<Group> =>
      toGroup(
        await tx.group.create({ data: { id: newId("grp"), workspaceId, name }, select: columns }),
      ),

    rename: async (id: string, name: string): Promise<void> => {
      await tx.group.updateMany({ where: { workspaceId, id }, data: { name } });
    },

    remove: async (id: string): Promise<void> => {
      await tx.group.deleteMany({ where: { workspaceId, id } });
    },

    putMember: async (groupId: string, userId: string): Promise<void> => {
      await tx.groupMember.createMany({
        data: [{ groupId, userId, workspaceId }],
        skipDuplicates: true,
      });
    },

    removeMember: async (groupId: string, userId: string): Promise<void> => {
      await tx.groupMember.deleteMany({ where: { workspaceId, groupId, userId } });
    },
  };
}

function toGroup({ members, ...row }: Row): Group {
  return {
    ...row,
    members: members.map(({ userId, membership }) => ({ userId, name: membership.user.name })),
  };
}
