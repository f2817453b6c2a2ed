import type { Generation } from "./generations";

const SECONDS_KNOWN = 3;

type Options = {
  wantedId: string;
  /** Returns the id of the index that answers; null if none does yet. */
  servingId(): Promise<string | null>;
  /** Opens an index; null if there is none with this id any more. */
  open(id: string): Promise<Generation | null>;
  now(): number;
};

/**
 * Returns a function that finds the index that answers in place of the wanted one, and one that forgets what was found. The answer is at
 * most a few seconds old: every process follows a switch by itself. While the state cannot be read, the last answer holds.
 */
export function findPredecessor({ wantedId, servingId, open, now }: Options) {
  let known: { at: number; id: string | null } | null = null;
  let opened: { id: string; generation: Promise<Generation | null> } | null = null;

  async function currentId(): Promise<string | null> {
    if (known && now() - known.at < SECONDS_KNOWN * 1000) return known.id;
    try {
      known = { at: now(), id: await servingId() };
    } catch (error) {
      if (!known) throw error;
      known = { ...known, at: now() };
    }
    return known.id;
  }

  async function predecessor(): Promise<Generation | null> {
    const id = await currentId();
    if (id === opened?.id) return opened.generation;
    const before = opened;
    opened = id === null || id === wantedId ? null : { id, generation: open(id) };
    const closing = await before?.generation.catch(() => null);
    await closing?.close();
    return opened ? opened.generation : null;
  }

  return {
    predecessor,
    refresh: () => {
      known = null;
    },
  };
}
