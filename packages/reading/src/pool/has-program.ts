import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const found = new Map<string, boolean>();

/** Returns true if a program of that name is on the path. Looks once a process. */
export function hasProgram(name: string): boolean {
  const known = found.get(name) ?? isOnPath(name);
  found.set(name, known);
  return known;
}

function isOnPath(name: string): boolean {
  const names = process.platform === "win32" ? [`${name}.exe`, `${name}.com`] : [name];
  return (process.env.PATH ?? "")
    .split(delimiter)
    .some((folder) => names.some((each) => isProgram(join(folder, each))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
