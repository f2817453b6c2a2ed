import type { Writable } from "node:stream";
import type { EventAnswer } from "./event-words";

import type { GoneReason, Provider, RootWarning, SkipReason, SourceKind } from "./source-words";

/**
 * An account at a provider. An adapter asks for a token before each request and knows no storage. `token` of IMAP is the password. `refresh` says that
 * the last token was refused; it returns another, or rejects with `ReconnectNeeded`.
 */
export type Account = {
  id: string;
  provider: Provider;
  /** The id of the account at the provider, once it is known. */
  subject: string | null;
  address: string | null;
  /** Host, port and the like of a provider that has no fixed address. Never secret. */
  settings: Readonly<Record<string, string>>;
  token(): Promise<string>;
  refresh(): Promise<string>;
};

/** The account as the provider knows it, and those of the asked rights that it has. */
export type AccountFacts = {
  subject: string;
  address: string;
  isAddressProven: boolean;
  tenant: string | null;
  scopes: string[];
};

/** A drive, folder, mailbox, label or calendar that can be chosen. `ref` is opaque to all but its adapter. */
export type RootRef = { readonly [name: string]: string };
export type Root = {
  ref: RootRef;
  kind: SourceKind;
  name: string;
  /** The names above it, from the outside in. */
  path: string[];
  hasChildren: boolean;
  /** False for a root that can only be opened. */
  isChoosable: boolean;
  warning?: RootWarning;
};

/** Opaque to all but its adapter. JSON in a text. */
export type Cursor = string;
export type Checkpoint = string;

/** One part of a sharing, as the provider tells it. `anyone` is each person who has the link. */
export type Grant =
  | { kind: "user"; address: string }
  | { kind: "group"; ref: string; name: string }
  | { kind: "domain"; domain: string }
  | { kind: "anyone" };

export type MailFacts = {
  messageId: string | null;
  threadId: string | null;
  labels: string[];
  from: string | null;
  hasAttachments: boolean | null;
};

/** Of a private event there are its times alone. Rooms and devices are no attendees. */
export type EventFacts = {
  /** The same for all occurrences of a series. */
  seriesId: string | null;
  /** An event of whole days begins and ends at midnight UTC. */
  beganAt: Date;
  endedAt: Date;
  /** The zone that it was made in, by its name of IANA. */
  zone: string | null;
  isAllDay: boolean;
  isPrivate: boolean;
  /** The address. */
  organiser: string | null;
  attendees: { address: string; name: string | null; answer: EventAnswer | null }[];
  /** `url` opens the attachment, or the event that it is in. `itemId` is its id at the provider. */
  attachments: { name: string; url: string; itemId: string | null }[];
  joinUrl: string | null;
  isCancelled: boolean;
};

/** One thing at the source. Ids are stable under moves and renames. */
export type Item = {
  id: string;
  parentIds: string[];
  /** The path of the item, where a provider reports deletions by paths alone. Equal places are equal texts, and no place ends with a slash. */
  place?: string;
  name: string;
  /** True: a listing does not carry the name, and it comes with what is fetched. */
  isNameless?: boolean;
  mediaType: string;
  /** In bytes. Null where the provider does not say. */
  size: number | null;
  /** Changes exactly when the content does, as far as the provider tells. */
  revision: string;
  modifiedAt: Date;
  webUrl: string | null;
  isFolder: boolean;
  /** Set if the adapter already knows that it cannot or shall not be fetched. */
  skip?: SkipReason;
  mail?: MailFacts;
  event?: EventFacts;
  /** Names a sharing. Items with the same key have the same grants. */
  grantsKey?: string;
  /** The grants, where a listing already carries them. */
  grants?: Grant[];
};

export type ItemRef = {
  id: string;
  name: string;
  mediaType: string;
  revision: string;
  root: RootRef;
};

/** A span of time. `to` is not in it. */
export type Window = { from: Date; to: Date };

/** `next` is null when the listing is whole. A page may be asked again by its checkpoint. An item may be listed twice: the last one counts. */
export type ListedPage = {
  items: Item[];
  next: Checkpoint | null;
  /** True: a part of it could not be read, so that what the listing does not show may be there. */
  isPartial?: boolean;
  /** The span of time of the events of this listing, on its first page. What is outside of it is not gone for not being listed. */
  window?: Window;
};

/**
 * A change, in the order in which it happened. A folder that is gone takes along all that is below it: its descendants have no changes of their own.
 * `gone-at` names the item with this `place`, and all items whose place begins with it and a slash.
 */
export type Change =
  | { kind: "is"; item: Item }
  | { kind: "gone"; id: string; why: GoneReason }
  | { kind: "gone-at"; place: string; why: "deleted" };

/**
 * `cursor` is where the next look goes on from; it is kept with the page, in one transaction. After a page that leaves it as it was
 * the next one follows at once. A look that broke off there reports the page again.
 */
export type ChangedPage = { changes: Change[]; cursor: Cursor; isLast: boolean };

/** The place for bytes: opened once by `fetch`, streamed, and never held whole. */
export type Sink = { open(): Writable };

export type Fetched = {
  fileName: string;
  mediaType: string;
  size: number;
  revision: string;
  /** Facts that a listing does not carry, and that only the thing itself says. They take the place of those of the item. */
  mail?: MailFacts;
  modifiedAt?: Date;
};

/** The pace that a provider allows, for the honest time of a dry run. */
export type QuotaHint = {
  /** Items that can be fetched a minute at most, for one account. */
  fetchesPerMinute: number;
  itemsPerPage: number;
};

export type ScopeInWords = { scope: string; words: string; isNeeded: boolean };

export type SourceFacts = {
  provider: Provider;
  kinds: SourceKind[];
  scopes: ScopeInWords[];
  canPush: boolean;
  canReadGrants: boolean;
  quota: QuotaHint;
};

/** The address to which a provider sends "look now", and the secret that it must show. */
export type HookAddress = { url: string; secret: string };
export type Watch = { id: string; expiresAt: Date; resource: string | null };

/**
 * A place that documents come from. Everything is read, and nothing there is ever changed. All methods reject with a `SourceFailure`
 * and with nothing else, except for an aborted signal.
 */
export type Source = {
  facts: SourceFacts;
  verify(account: Account): Promise<AccountFacts>;
  /** Lists what can be chosen, lazily: below `within`, or by name. */
  listRoots(account: Account, within?: RootRef, query?: string): AsyncIterable<Root>;
  /** Takes the cursor of changes. Call it before the listing. */
  begin(account: Account, root: RootRef): Promise<Cursor>;
  enumerate(
    account: Account,
    root: RootRef,
    at: Checkpoint | null,
    signal: AbortSignal,
  ): AsyncIterable<ListedPage>;
  changes(
    account: Account,
    root: RootRef,
    since: Cursor,
    signal: AbortSignal,
  ): AsyncIterable<ChangedPage>;
  fetch(account: Account, item: ItemRef, into: Sink, signal: AbortSignal): Promise<Fetched>;
  grants?(account: Account, item: ItemRef): Promise<Grant[]>;
  /** The addresses of the members of a group. */
  members?(account: Account, group: string): Promise<string[]>;
  /** Counts the files below a root, by other requests than those of the listing. */
  count?(account: Account, root: RootRef): Promise<number>;
  watch?(account: Account, root: RootRef, address: HookAddress): Promise<Watch>;
  /** Without it a watch cannot be renewed: watch again, then unwatch the old one. */
  renew?(account: Account, watch: Watch): Promise<Watch>;
  unwatch?(account: Account, watch: Watch): Promise<void>;
  revoke?(account: Account): Promise<void>;
  /**
   * Holds a connection on which the provider tells of news, and calls `onNews` for each. Resolves when the signal is aborted; rejects when
   * the connection ends.
   */
  listen?(account: Account, root: RootRef, onNews: () => void, signal: AbortSignal): Promise<void>;
};
