import { v7 } from "uuid";

export type IdPrefix =
  | "ws"
  | "usr"
  | "ses"
  | "tag"
  | "inv"
  | "key"
  | "prj"
  | "doc"
  | "res"
  | "run"
  | "bat"
  | "itm"
  | "lab"
  | "typ"
  | "evt"
  | "aud"
  | "sch"
  | "dev"
  | "rst"
  | "sur"
  | "bop"
  | "ent"
  | "slg"
  | "cnv"
  | "trn"
  | "viw"
  | "grp"
  | "shr"
  | "lnk"
  | "cmt"
  | "ntc"
  | "fld"
  | "opt"
  | "nml"
  | "dat"
  | "tra";

/** Returns an id with the prefix of its kind. Ids sort by creation time (UUIDv7, RFC 9562). */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${v7().replaceAll("-", "")}`;
}
