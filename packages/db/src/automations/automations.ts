import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const person = { select: { id: true, name: true } } as const;
const columns = {
  id: true,
  name: true,
  owner: person,
  state: true,
  pausedBecause: true,
  publishedVersion: true,
  triggerKind: true,
  draft: true,
  revision: true,
  priority: true,
  stormLimit: true,
  calmSince: true,
  nextAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.AutomationSelect;
const versionColumns = {
  number: true,
  definition: true,
  schemaVersion: true,
  note: true,
  madeBy: person,
  madeAt: true,
} satisfies Prisma.AutomationVersionSelect;

export type StoredAutomation = Prisma.AutomationGetPayload<{ select: typeof columns }>;
export type StoredAutomationVersion = Prisma.AutomationVersionGetPayload<{
  select: typeof versionColumns;
}>;

/** An automation that is on, with the number of its published version. */
export type PublishedAutomation = { id: string; ownerId: string | null; number: number };

type Reader = { id: string; seesAll: boolean };

export type AutomationChanges = Partial<{
  name: string;
  ownerId: string;
  state: string;
  pausedBecause: string | null;
  publishedVersion: number;
  triggerKind: string;
  draft: object;
  priority: number;
  stormLimit: number;
  calmSince: Date;
  nextAt: Date | null;
}>;

/** Reads and writes automations. People find their own; owners and admins of the workspace find all. */
export function automationRepository(tx: Tx, { workspaceId }: Scope) {
  const readable = ({ id, seesAll }: Reader): Prisma.AutomationWhereInput => ({
    workspaceId,
    ...(!seesAll && { ownerId: id }),
  });

  return {
    /** Lists the automations that a person may see, newest change first. */
    list: (reader: Reader, limit: number): Promise<StoredAutomation[]> =>
      tx.automation.findMany({
        where: readable(reader),
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    find: (id: string, reader: Reader): Promise<StoredAutomation | null> =>
      tx.automation.findFirst({ where: { ...readable(reader), id }, select: columns }),

    /** Finds an automation for a job. */
    findAny: (id: string): Promise<StoredAutomation | null> =>
      tx.automation.findFirst({ where: { workspaceId, id }, select: columns }),

    count: (): Promise<number> =>
      tx.automation.count({ where: { workspaceId, state: { not: "ended" } } }),

    create: async (made: { name: string; ownerId: string; draft: object }): Promise<string> => {
      const id = newId("atm");
      await tx.automation.createMany({ data: [{ id, workspaceId, ...made }] });
      return id;
    },

    /** Changes an automation that nobody has changed since `revision`. Returns false if somebody has. */
    change: async (
      id: string,
      revision: number,
      changes: AutomationChanges & { updatedAt: Date },
    ): Promise<boolean> => {
      const { count } = await tx.automation.updateMany({
        where: { workspaceId, id, revision },
        data: { ...changes, revision: { increment: 1 } },
      });
      return count === 1;
    },

    /** Moves an automation from a time that has come to its next one. Returns false if somebody else has. */
    claim: async (id: string, at: Date, next: Date | null): Promise<boolean> => {
      const { count } = await tx.automation.updateMany({
        where: { workspaceId, id, state: "on", nextAt: at },
        data: { nextAt: next },
      });
      return count === 1;
    },

    /** Lists the versions, newest first. */
    versions: (id: string): Promise<StoredAutomationVersion[]> =>
      tx.automationVersion.findMany({
        where: { workspaceId, automationId: id },
        orderBy: { number: "desc" },
        take: 200,
        select: versionColumns,
      }),

    findVersion: (id: string, number: number): Promise<StoredAutomationVersion | null> =>
      tx.automationVersion.findFirst({
        where: { workspaceId, automationId: id, number },
        select: versionColumns,
      }),

    /** Keeps a definition as the next version. Returns its number. */
    addVersion: async (
      id: string,
      version: {
        definition: object;
        schemaVersion: number;
        note: string;
        madeById: string;
        madeAt: Date;
      },
    ): Promise<number> => {
      const { _max } = await tx.automationVersion.aggregate({
        where: { workspaceId, automationId: id },
        _max: { number: true },
      });
      const number = (_max.number ?? 0) + 1;
      await tx.automationVersion.createMany({
        data: [{ automationId: id, number, workspaceId, ...version }],
      });
      return number;
    },

    /** Returns whether anything that is on begins by this trigger. */
    isWaiting: async (triggerKind: string): Promise<boolean> =>
      (await tx.automation.findFirst({
        where: { workspaceId, state: "on", triggerKind },
        select: { id: true },
      })) !== null,

    /** Lists what is on and begins by one of these triggers, in the order in which they run. */
    listOn: async (triggerKinds: readonly string[]): Promise<PublishedAutomation[]> => {
      const rows = await tx.automation.findMany({
        where: { workspaceId, state: "on", triggerKind: { in: [...triggerKinds] } },
        orderBy: [{ priority: "desc" }, { createdAt: "asc" }, { id: "asc" }],
        take: 1_000,
        select: { id: true, ownerId: true, publishedVersion: true },
      });
      return rows.flatMap(({ id, ownerId, publishedVersion: number }) =>
        number === null ? [] : [{ id, ownerId, number }],
      );
    },

    /** Returns the definitions of these versions. */
    definitions: async (
      versions: readonly { id: string; number: number }[],
    ): Promise<{ id: string; number: number; definition: unknown }[]> => {
      if (versions.length === 0) return [];
      const rows = await tx.automationVersion.findMany({
        where: {
          workspaceId,
          OR: versions.map(({ id, number }) => ({ automationId: id, number })),
        },
        select: { automationId: true, number: true, definition: true },
      });
      return rows.map(({ automationId: id, number, definition }) => ({ id, number, definition }));
    },
  };
}
