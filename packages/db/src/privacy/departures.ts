import { assured, integer, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import { register } from "../stores/register";
import type { Store } from "../stores/store";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  state: true,
  askedById: true,
  askedAt: true,
  dueAt: true,
  takenBackAt: true,
  beganAt: true,
  found: true,
  phrases: true,
  ownerIds: true,
  endedAt: true,
  receiptId: true,
} as const satisfies Prisma.WorkspaceDepartureSelect;

/** The end of a workspace: `waiting`, `takenBack`, `erasing` or `done`. */
export type StoredDeparture = Prisma.WorkspaceDepartureGetPayload<{ select: typeof columns }>;

const found = rawRows({ store: assured(text), found: assured(integer) });
const gone = rawRows({ store: assured(text), found: assured(integer) });
const left = rawRows({ store: assured(text), found: assured(integer) });
const words = rawRows({ phrase: text });

/** Keeps the end of a workspace, and erases its rows. */
export function departureRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns null if the workspace is about to end already. */
    ask: async (asked: {
      askedById: string;
      askedAt: Date;
      dueAt: Date;
    }): Promise<string | null> => {
      const id = newId("dep");
      const { count } = await tx.workspaceDeparture.createMany({
        data: [{ id, workspaceId, ...asked }],
        skipDuplicates: true,
      });
      return count > 0 ? id : null;
    },

    find: (id: string): Promise<StoredDeparture | null> =>
      tx.workspaceDeparture.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Returns the one that waits or is carried out; null if there is none. */
    current: (): Promise<StoredDeparture | null> =>
      tx.workspaceDeparture.findFirst({
        where: { workspaceId, state: { not: "takenBack" } },
        select: columns,
      }),

    /** Returns false if it is not in that state any more. */
    move: async (
      id: string,
      from: string,
      changes: Prisma.WorkspaceDepartureUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await tx.workspaceDeparture.updateMany({
        where: { workspaceId, id, state: from },
        data: changes,
      });
      return count > 0;
    },

    /** Counts the rows of the workspace, by table. */
    countRows: () => found(tx)`
      select store, amount::int as found from rows_of_workspace()`,

    /** Deletes the rows of every table but those that the register keeps. Returns the rows by table. */
    eraseRows: () => gone(tx)`
      select store, amount::int as found from erase_workspace(${keptTables}::text[])`,

    /** Returns words of the workspace that are looked for after its end: its name, and the longest titles and file names. */
    samplePhrases: async (limit: number): Promise<string[]> => {
      const rows = await words(tx)`
        select phrase from (
          select name as phrase, 0 as rank from workspaces where id = ${workspaceId} and length(name) > 7
          union select title, 1 from documents where workspace_id = ${workspaceId} and length(title) > 11
          union select file_name, 1 from documents where workspace_id = ${workspaceId} and length(file_name) > 11
        ) as words order by rank, length(phrase) desc, phrase limit ${limit}`;
      return rows.map(({ phrase }) => phrase);
    },

    /** Counts the rows of all tables that hold one of the phrases. */
    countWith: (phrases: readonly string[]) => left(tx)`
      select store, amount::int as found from leftovers_of('{}'::text[], ${[...phrases]}::text[])`,
  };
}

/** The tables whose rows outlive their workspace. */
const keptTables = Object.values<Store>(register).flatMap(({ table, workspace }) =>
  workspace.erase === "rows" ? [] : [table],
);
