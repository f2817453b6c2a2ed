/** The reason why something stays, as a sentence for receipts. */
export type Kept = { keptBecause: string };

/** The end of a row that names something erased: it goes, the column is emptied, or the id is taken out of a list. */
export type Erasure = "delete" | "clear" | "takeOut" | Kept;

/** The part of a table in the export, erasure and hold of a workspace, a person or a document. Columns are named as PostgreSQL has them. */
export type Store = {
  table: string;
  /** The rows in words, for receipts and lists. */
  holds: string;
  workspace: { export: "rows" | Kept; erase: "rows" | Kept };
  /** The columns that name documents. */
  documents: Readonly<Record<string, Erasure>>;
  /** The columns that name people by their id. `isTheirs`: such rows are part of that person's own data. */
  people: Readonly<Record<string, { isTheirs: boolean; erase: Erasure }>>;
  /** Columns that no export holds. */
  secrets: readonly string[];
  /** `withDocument`: while a document is held, its rows stay. */
  held: "withDocument" | "never";
};

type Told = Pick<Store, "table" | "holds"> & Partial<Omit<Store, "table" | "holds">>;

export const kept = (keptBecause: string): Kept => ({ keptBecause });

/** Rows of people's own data that go with the person. */
export const theirs = { isTheirs: true, erase: "delete" } as const;
/** Rows that stay without the person's id. */
export const cleared = { isTheirs: false, erase: "clear" } as const;
export const theirsCleared = { isTheirs: true, erase: "clear" } as const;
export const takenOut = { isTheirs: false, erase: "takeOut" } as const;

const anId = kept("It holds a random id, which names nobody once the account is gone.");
export const idAlone = { isTheirs: false, erase: anId } as const;
export const theirsById = { isTheirs: true, erase: anId } as const;

/** For tables that only their person sees. */
export const byItsPerson = {
  export: kept("Only its person sees it. Each person downloads theirs in their own settings."),
  erase: "rows",
} as const;

/** For names and places of things at sources, which may be private there. */
export const atItsSource = {
  export: kept("It is at its source. What was brought here is exported as documents."),
  erase: "rows",
} as const;

const ofInstallation = kept("It belongs to the installation and to no workspace.");

/** Describes a table of a workspace: its rows are exported and erased with it. */
export function inWorkspace(told: Told): Store {
  return {
    workspace: { export: "rows", erase: "rows" },
    documents: {},
    people: {},
    secrets: [],
    held: "never",
    ...told,
  };
}

/** Describes a table whose rows are about one document, named by `document_id`: they go with it and stay while it is held. */
export function ofDocument(told: Told): Store {
  return inWorkspace({ documents: { document_id: "delete" }, held: "withDocument", ...told });
}

/** Describes a table that belongs to no workspace. */
export function ofPlatform(told: Told): Store {
  return inWorkspace({ workspace: { export: ofInstallation, erase: ofInstallation }, ...told });
}
