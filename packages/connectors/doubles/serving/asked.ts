import type { IncomingHttpHeaders } from "node:http";

import type { Content, World } from "../world";
import type { Caller } from "./tokens";

/** A request as a route of a double sees it. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The parts of the path that the route names. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The account whose token came with the request. Null where the route is open. */
  caller: Caller | null;
  /** The address of the double, without a slash at its end. */
  origin: string;
  world: World;
};

/** The answer of a double: one of `json`, `text` and `content`, or nothing. */
export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  content?: Content;
  /** The part of the content, as `Range` asks for it. */
  part?: { from: number; to: number };
  /** The cost of the request in units of the quota. */
  units?: number;
  /** The name of the array in `json` that is a page of things. */
  list?: string;
};

/** The troubles that each service words in its own way. */
export type Trouble =
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "throttled"
  | "down"
  | "bad-request";

export type Route = {
  method: string;
  /** Such as `/drive/v3/files/:id`. A name takes one part of the path; a name with `*` takes the rest. */
  path: string;
  /** True: needs no token. */
  isOpen?: boolean;
  answer: (asked: Asked) => Answer | Promise<Answer>;
};

/** One service of the world: its routes, and how it says that something is wrong. */
export type Manner = {
  service: string;
  routes: Route[];
  trouble: (trouble: Trouble, status: number) => Answer;
  /** Commands to this double alone, by `POST /__world`. */
  controls?: Record<string, (...given: never[]) => unknown>;
};

/** Returns the fields of a form. */
export const formOf = (asked: Asked): URLSearchParams => new URLSearchParams(asked.body.toString());

/** Returns the JSON of the body, or an empty object. */
export function jsonOf<Shape = Record<string, unknown>>(asked: Asked): Shape {
  return JSON.parse(asked.body.length > 0 ? asked.body.toString() : "{}");
}

/** Reads `Range: bytes=from-to`. */
export function rangeOf(asked: Asked, size: number): { from: number; to: number } | null {
  const found = /^bytes=(\d+)-(\d*)$/.exec(String(asked.headers.range ?? ""));
  if (!found) return null;
  return { from: Number(found[1]), to: found[2] ? Math.min(size, Number(found[2]) + 1) : size };
}
