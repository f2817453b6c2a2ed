import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Returns true if a program of that name is in one of the folders of a path variable. */
export function hasProgram(name: string, path: string): boolean {
  const names = process.platform === "win32" ? [`${name}.exe`, `${name}.com`] : [name];
  return path
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
