import type { Answer, Asked } from "../serving/asked";
import { type Link, page, refusal, type Settings } from "./answers";
import type { TypeName } from "./schema";

/** A feed of changes of one place. `listed` is what is there, `changed` what the journal tells between two numbers. */
export type Feed = {
  type: TypeName;
  place: string;
  /** The name of the parameter that holds the link: `token` for drives, `$skiptoken` and `$deltatoken` for the others. */
  isDrive: boolean;
  window?: string | null;
  listed(): object[];
  changed(since: number, until: number): object[];
};

export const packLink = (link: Link): string =>
  Buffer.from(JSON.stringify(link)).toString("base64url");

function unpackLink(text: string): Link | null {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}

/** Returns the window of a view: of the request itself, or of the link that it goes on with. */
export function windowOf({ query }: Asked): string | null {
  const from = query.get("startDateTime");
  const to = query.get("endDateTime");
  if (from && to) return `${from}/${to}`;
  return unpackLink(wordOf(query) ?? "")?.window ?? null;
}

/** Says of a request for a delta whether it is part of a first listing or of a look at changes. */
export function deltaKind(path: string): "listing" | "changes" | "latest" | null {
  const url = new URL(path, "http://double");
  if (!/\/delta$/.test(decodeURIComponent(url.pathname))) return null;
  const text = wordOf(url.searchParams);
  if (!text) return "listing";
  if (text === "latest") return "latest";
  return unpackLink(text)?.isListing ? "listing" : "changes";
}

const wordOf = (query: URLSearchParams) =>
  query.get("token") ?? query.get("$skiptoken") ?? query.get("$deltatoken");

/** Answers a request for a delta: the first one, a page of a listing, or a page of changes. */
export function answerDelta(asked: Asked, feed: Feed, settings: Settings): Answer {
  const now = asked.world.journal.length;
  const word = wordOf(asked.query);
  const select = asked.query.get("$select");
  const fresh: Link = {
    number: 0,
    place: feed.place,
    isListing: true,
    since: now,
    until: now,
    told: 0,
    hasPaused: false,
    round: null,
    select,
    window: feed.window ?? null,
  };
  if (word === "latest" && feed.isDrive) {
    const delta = linkTo(asked, feed, settings, { ...fresh, isListing: false }, false);
    return page(feed.type, [], { select, delta });
  }
  const link = word ? unpackLink(word) : fresh;
  if (!link || link.place !== feed.place) {
    return refusal(400, "invalidRequest", "The token is not of this place.");
  }
  if (word && link.number < settings.oldestLink) return lost(asked, feed, settings);
  return pageOf(asked, feed, settings, {
    ...link,
    until: link.told === 0 && !link.isListing ? now : link.until,
  });
}

function pageOf(asked: Asked, feed: Feed, settings: Settings, given: Link): Answer {
  const link = { ...given };
  const all = link.isListing ? roundOf(settings, link, feed) : feed.changed(link.since, link.until);
  if (link.told > 0 && !link.hasPaused) {
    const next = linkTo(asked, feed, settings, { ...link, hasPaused: true }, true);
    return page(feed.type, [], { select: link.select, next });
  }
  const size = sizeOf(asked, settings);
  const things = all.slice(link.told, link.told + size);
  const told = link.told + things.length;
  if (told < all.length) {
    const next = linkTo(asked, feed, settings, { ...link, told }, true);
    return page(feed.type, things, { select: link.select, next });
  }
  const end = {
    ...link,
    isListing: false,
    since: link.until,
    told: 0,
    hasPaused: false,
    round: null,
  };
  const delta = linkTo(asked, feed, settings, end, false);
  return page(feed.type, things, { select: link.select, delta });
}

/** A listing is that of its beginning: what goes meanwhile moves nothing from one page to the next. */
function roundOf({ rounds }: Settings, link: Link, feed: Feed): object[] {
  const known = link.round === null ? undefined : rounds.get(link.round);
  if (known) return known;
  const listed = feed.listed();
  link.round = rounds.size;
  rounds.set(link.round, listed);
  return listed;
}

function sizeOf(asked: Asked, { pageSize }: Settings): number {
  const preferred = /odata\.maxpagesize=(\d+)/.exec(String(asked.headers.prefer ?? ""))?.[1];
  const size = Number(asked.query.get("$top") ?? preferred ?? pageSize);
  return Math.max(1, Math.min(size || pageSize, pageSize));
}

function linkTo(asked: Asked, feed: Feed, settings: Settings, link: Link, isNext: boolean): string {
  settings.links += 1;
  const name = feed.isDrive ? "token" : isNext ? "$skiptoken" : "$deltatoken";
  return `${asked.origin}${asked.path}?${name}=${packLink({ ...link, number: settings.links })}`;
}

/** A link that is no longer known. Drives name a fresh listing; the others only say that it is lost. */
function lost(asked: Asked, feed: Feed, settings: Settings): Answer {
  if (!feed.isDrive) return refusal(410, "SyncStateNotFound", "The sync state is not found.");
  const code =
    settings.links % 2 === 0 ? "resyncChangesApplyDifferences" : "resyncChangesUploadDifferences";
  const location = `${asked.origin}${asked.path}`;
  return { ...refusal(410, code, "Resync required."), headers: { location } };
}
