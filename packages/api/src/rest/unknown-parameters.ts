import { invalidInput } from "@besunny/core/errors";

import type { Contract } from "./open-api/contract";

type Known = { method: string; path: RegExp; names: ReadonlySet<string> };

/** Refuses parameters of an address that the contract does not declare, so that a typo is an error instead of ignored. */
export function refuseUnknownParameters(contract: Contract): (request: Request) => void {
  const known = operationsOf(contract);
  return ({ method, url }) => {
    const { pathname, searchParams } = new URL(url);
    const asked = method === "HEAD" ? "GET" : method;
    const operation = known.find((each) => each.method === asked && each.path.test(pathname));
    if (!operation) return;
    const unknown = [...new Set(searchParams.keys())].filter((name) => !operation.names.has(name));
    if (unknown.length > 0)
      invalidInput(
        "The query does not fit",
        unknown.map((path) => ({ path, message: "There is no such parameter" })),
      );
  };
}

function operationsOf({ paths = {} }: Contract): Known[] {
  return Object.entries(paths)
    .toSorted(([one], [other]) => placesIn(one) - placesIn(other))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { parameters = [] }]) => ({
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.")}$`),
        names: new Set(queryNames(parameters)),
      })),
    );
}

/** `/documents/classify` is no document's id. */
const placesIn = (path: string) => path.split("{").length;

function queryNames(parameters: readonly { in?: string; name?: string }[]): string[] {
  return parameters.flatMap((each) => (each.in === "query" && each.name ? [each.name] : []));
}
