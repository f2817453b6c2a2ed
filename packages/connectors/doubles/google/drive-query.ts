import type { World, WorldFile } from "../world";
import { isTrashed, isVisible, mimeTypeOf, parentOf } from "./drive-view";

export type Test = (file: WorldFile) => boolean;
type About = { world: World; address: string };

export class QueryError extends Error {}

/** Reads `q` of `files.list`: the terms that this double knows, with `and`, `or`, `not` and brackets. */
export function readQuery(q: string, about: About): Test {
  if (q.trim() === "") return () => true;
  const signs = q.match(/'(?:\\.|[^'\\])*'|[()]|!=|<=|>=|[=<>]|[\w.]+/g) ?? [];
  let at = 0;
  const either = (): Test => {
    let left = both();
    while (signs[at] === "or") {
      at += 1;
      const [one, two] = [left, both()];
      left = (file) => one(file) || two(file);
    }
    return left;
  };
  const both = (): Test => {
    let left = single();
    while (signs[at] === "and") {
      at += 1;
      const [one, two] = [left, single()];
      left = (file) => one(file) && two(file);
    }
    return left;
  };
  const single = (): Test => {
    if (signs[at] === "not") {
      at += 1;
      const inner = single();
      return (file) => !inner(file);
    }
    if (signs[at] === "(") {
      at += 1;
      const inner = either();
      if (signs[at++] !== ")") throw new QueryError(q);
      return inner;
    }
    return term(signs[at++] ?? "", signs[at++] ?? "", signs[at++] ?? "", about);
  };
  const test = either();
  if (at !== signs.length) throw new QueryError(q);
  return test;
}

const textOf = (sign: string): string => sign.slice(1, -1).replace(/\\(.)/g, "$1");

function term(left: string, operator: string, right: string, about: About): Test {
  const { world, address } = about;
  if (operator === "in") return memberOf(right, textOf(left), about);
  const key = `${left} ${operator}`;
  const value = right.startsWith("'") ? textOf(right) : right;
  switch (key) {
    case "trashed =":
      return (file) => isTrashed(world, file) === (value === "true");
    case "mimeType =":
      return (file) => mimeTypeOf(file) === value;
    case "mimeType !=":
      return (file) => mimeTypeOf(file) !== value;
    case "name =":
      return ({ name }) => name === value;
    case "name contains":
      // Drive finds beginnings of words, not parts of them.
      return ({ name }) =>
        ` ${name.toLowerCase()}`
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .includes(` ${value.toLowerCase()}`);
    case "sharedWithMe =":
      return (file) => file.grants.some((g) => g.kind === "user" && g.address === address);
    default:
      throw new QueryError(key);
  }
}

function memberOf(list: string, value: string, { world, address }: About): Test {
  const ownerOf = (file: WorldFile) => world.drives.get(file.driveId)?.owner ?? null;
  const mine = [...world.drives.values()].find(
    ({ kind, owner, service }) => kind === "own" && service === "google" && owner === address,
  );
  if (list === "parents") {
    const id = value === "root" ? (mine?.id ?? "") : value;
    const folder = world.files.get(id);
    if (!world.drives.has(id) && !(folder && isVisible(world, folder, address))) {
      throw new QueryError(`File not found: ${value}`);
    }
    return (file) => parentOf(file) === id;
  }
  if (list === "owners") return (file) => ownerOf(file) === (value === "me" ? address : value);
  throw new QueryError(list);
}
