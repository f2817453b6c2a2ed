import { v7 } from "uuid";

export type IdPrefix =
  | "ws"
  | "usr"
  | "ses"
  | "inv"
  | "key"
  | "prj"
  | "doc"
  | "res"
  | "run"
  | "bat"
  | "itm"
  | "cor"
  | "evt"
  | "aud"
  | "sch"
  | "dev"
  | "rst"
  | "sur"
  | "bop";

/** An id that says what it names and sorts by the time it was made (UUIDv7, RFC 9562). */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${v7().replaceAll("-", "")}`;
}
