import { createHash } from "node:crypto";

/**
 * Returns the same text for errors of one cause: twelve hexadecimal digits. It is a hash of the function, the error's name and its message.
 * Parts that differ from run to run are left out: quoted text, addresses, paths, ids, numbers.
 */
export function fingerprintOf(functionId: string, error: unknown): string {
  const { name, message } = nameAndMessage(error);
  const constant = message
    .slice(0, 2000)
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, "“”")
    .replaceAll(/\b[\w.+-]+@[\w-]+(\.[\w-]+)+\b/g, "@")
    .replaceAll(/\b[a-z]+:\/\/\S+/gi, "://")
    .replaceAll(/(?:\/[\w.-]+){2,}/g, "/")
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/gi, "#")
    .replaceAll(/\b(?=\w*\d)\w{6,}\b/g, "#")
    .replaceAll(/\d+(?:[.,:]\d+)*/g, "#")
    .replaceAll(/\s+/g, " ");
  return createHash("sha1")
    .update(`${functionId}\n${name}\n${constant}`)
    .digest("hex")
    .slice(0, 12);
}

function nameAndMessage(error: unknown): { name: string; message: string } {
  if (typeof error !== "object" || error === null) return { name: "Error", message: String(error) };
  const name = "name" in error ? String(error.name) : "Error";
  return { name, message: "message" in error ? String(error.message) : JSON.stringify(error) };
}
