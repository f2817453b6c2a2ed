import type { Lane } from "../../src/sources/google/client";
import type { Answer, Asked, Route } from "../serving/asked";
import { googleError } from "./errors";
import { FieldsError, invalidFields, pick } from "./fields";
import type { Quota } from "./quota";
import { faultsOf } from "./schema";

export type GoogleRoute = {
  method: string;
  path: string;
  /** The name of the response in Google's types. Null: a body of bytes, or none. */
  schema: string | null;
  units: number | ((asked: Asked) => number);
  /** The fields that come when none are asked for. */
  defaults?: string;
  answer: (asked: Asked) => Answer;
};

/** Tokens that came by a consent may do what was ticked there. Tokens of tests may do all. */
const hasRight = ({ caller }: Asked, api: Lane): boolean =>
  caller?.service !== "google" || caller.scopes.some((scope) => scope.includes(`/auth/${api}`));

const insufficient = (): Answer =>
  googleError(403, "insufficientPermissions", "Request had insufficient authentication scopes.");

/** Turns routes of one API into those of a double: with its quota, its `fields`, and a look at the types of each response. */
export function googleRoutes(api: Lane, quota: Quota, routes: readonly GoogleRoute[]): Route[] {
  return routes.map(({ method, path, schema, units, defaults, answer }) => ({
    method,
    path,
    answer: (asked) => {
      if (!hasRight(asked, api)) return insufficient();
      const cost = typeof units === "number" ? units : units(asked);
      const over = quota.spend(asked, cost);
      if (over) return over;
      const made = { ...answer(asked), units: cost };
      if (made.json === undefined || (made.status ?? 200) >= 400 || !schema) return made;
      const faults = faultsOf(api, schema, made.json);
      if (faults.length > 0) {
        return { ...googleError(599, "notOfTheTypes", faults.join("; ")), units: cost };
      }
      const fields = asked.query.get("fields") ?? defaults ?? null;
      try {
        return { ...made, json: pick(made.json, fields) };
      } catch (error) {
        if (error instanceof FieldsError) return invalidFields(fields ?? "");
        throw error;
      }
    },
  }));
}

/** Returns a token that says nothing to its holder. */
export const seal = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString("base64url").split("").reverse().join("");

export function unseal<Shape>(token: string | null): Shape | null {
  if (!token) return null;
  try {
    return JSON.parse(
      Buffer.from(token.split("").reverse().join(""), "base64url").toString(),
    ) as Shape;
  } catch {
    return null;
  }
}

/** Reads a number of things per page, as Google does: within its limits, and never refused for being too high. */
export function sizeOf(asked: Asked, name: string, usual: number, most: number): number {
  const size = Number(asked.query.get(name) ?? usual);
  return Number.isInteger(size) && size > 0 ? Math.min(size, most) : usual;
}

export const addressOf = (asked: Asked): string => asked.caller?.address ?? "";
export const isTrue = (asked: Asked, name: string, usual = false): boolean =>
  (asked.query.get(name) ?? String(usual)) === "true";
