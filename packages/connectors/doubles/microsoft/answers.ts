import type { Answer, Asked, Trouble } from "../serving/asked";
import { checked, type TypeName } from "./schema";

/** The settings of the double of Microsoft, beside what the world knows. */
export type Settings = {
  /** The most things of a page, whatever is asked for. */
  pageSize: number;
  /** Links with a lower number are no longer known. */
  oldestLink: number;
  /** The number of the last link that was given. */
  links: number;
  /** The listings that are under way. */
  rounds: Map<number, object[]>;
  /** The organisers for whom an administrator granted the policy for meetings. Null: all. */
  policyFor: string[] | null;
};

/** The content of a link of a listing. Its caller sees one opaque word. */
export type Link = {
  number: number;
  place: string;
  isListing: boolean;
  /** The last change of the world that was sent, or that is part of the listing. */
  since: number;
  until: number;
  /** The number of things of the round that were sent. */
  told: number;
  /** True: the round had its empty page. */
  hasPaused: boolean;
  /** The listing that it goes on with. */
  round: number | null;
  select: string | null;
  window: string | null;
};

const codes: Record<Trouble, string> = {
  unauthorized: "InvalidAuthenticationToken",
  forbidden: "accessDenied",
  "not-found": "itemNotFound",
  throttled: "activityLimitReached",
  down: "generalException",
  "bad-request": "invalidRequest",
};

export function trouble(kind: Trouble, status: number): Answer {
  return refusal(status, codes[kind], `The request was answered with ${status}.`);
}

export function refusal(status: number, code: string, message: string): Answer {
  return {
    status,
    json: { error: { code, message, innerError: { date: "2026-11-02T08:00:00" } } },
  };
}

export const notFound = () => trouble("not-found", 404);
export const forbidden = () => trouble("forbidden", 403);

/** Returns one thing, with the fields that were asked for alone. */
export function one(type: TypeName, thing: object, asked: Asked): Answer {
  return { json: selected(checked(type, thing), asked.query.get("$select")), units: 1 };
}

/** Returns a page of things and the links that follow it. */
export function page(
  type: TypeName,
  things: readonly object[],
  given: { select: string | null; next?: string | null; delta?: string | null },
): Answer {
  return {
    json: {
      value: things.map((thing) => selected(checked(type, thing), given.select)),
      ...(given.next && { "@odata.nextLink": given.next }),
      ...(given.delta && { "@odata.deltaLink": given.delta }),
    },
    list: "value",
    units: 1,
  };
}

function selected(thing: object, select: string | null): object {
  if (!select) return thing;
  const fields = new Set(["id", ...select.split(",")]);
  return Object.fromEntries(
    Object.entries(thing).filter(([field]) => fields.has(field) || field.startsWith("@")),
  );
}

/** Pages by offset, as the listings that are no deltas do: what moves meanwhile is missed or sent twice. */
export function offsetPage(
  type: TypeName,
  things: readonly object[],
  asked: Asked,
  { pageSize }: Settings,
): Answer {
  const top = Math.min(Number(asked.query.get("$top") ?? pageSize) || pageSize, pageSize);
  const from = Number(asked.query.get("$skiptoken") ?? 0);
  const url = new URL(`${asked.path}?${asked.query}`, asked.origin);
  url.searchParams.set("$skiptoken", String(from + top));
  const next = from + top < things.length ? String(url) : null;
  return page(type, things.slice(from, from + top), { select: asked.query.get("$select"), next });
}

export const prefers = (asked: Asked, what: string): boolean =>
  String(asked.headers.prefer ?? "")
    .split(",")
    .some((one) => one.trim() === what);
