import type { Item, ItemRef, RootRef, Source } from "../../src/sources/source";
import type { TestAccount } from "../serving/accounts";
import type { Doubles } from "../serving/server";
import type { Fault } from "../world";

/** Tells the requests of one kind, such as those of a listing, from all others. */
export type Matcher = Fault["matches"];

/** Acts of the kit on the chosen root, behind the back of the source. Ids are those that the source lists. */
export type Hands = {
  add(name: string, text?: string): string | Promise<string>;
  addMany(count: number): string[] | Promise<string[]>;
  edit?(id: string, text: string): void | Promise<void>;
  rename?(id: string, name: string): void | Promise<void>;
  remove(id: string): void | Promise<void>;
  /** Removes it for good, where `remove` only puts it into a bin from which it can still be read. */
  destroy?(id: string): void | Promise<void>;
  restore?(id: string): void | Promise<void>;
  /** The account may no longer see it, though it is still there. */
  hide?(id: string): void | Promise<void>;
  unhide?(id: string): void | Promise<void>;
  /** Adds a folder in the root with that many items below it, some of them in a folder of their own. */
  addFolder?(count: number): Tree | Promise<Tree>;
  moveWithin?(folder: string): void | Promise<void>;
  moveOut?(folder: string): void | Promise<void>;
  moveIn?(folder: string): void | Promise<void>;
  /** Takes an item out of what was chosen: out of the folder, or off the label. It stays in the account. */
  takeOut?(id: string): void | Promise<void>;
  putBack?(id: string): void | Promise<void>;
  /** The ids of what was deleted at a place, of a provider that names deletions by places. */
  idsAt?(place: string): string[];
  /** Adds an item with that many bytes. */
  addBig?(bytes: number): string | Promise<string>;
};

export type Tree = { folder: string; ids: string[] };

/** A source under test, with the double that it is connected to. */
export type Bench = {
  source: Source;
  account: TestAccount;
  root: RootRef;
  doubles: Doubles;
  hands: Hands;
  requests: { listing: Matcher; changes: Matcher; content: Matcher };
  faults: {
    /** The answer of the provider when a cursor has died. */
    cursorLost: Fault["does"];
    /** The words of the provider for too many requests. */
    quota: Fault["does"];
    /** Its answer when this account may not read this item. */
    forbidden: Fault["does"];
  };
  /** The items of a page of the listing, and of a page of changes. */
  pageSize: number;
  changesPageSize: number;
};

/** Returns what `fetch` is given for a listed item. */
export function refOf(item: Item, root: RootRef): ItemRef {
  const { id, name, mediaType, revision } = item;
  return { id, name, mediaType, revision, root };
}
