import { z } from "zod";

type Prefix =
  | "aud"
  | "bat"
  | "bop"
  | "bud"
  | "cnv"
  | "doc"
  | "ent"
  | "fld"
  | "opt"
  | "inv"
  | "itm"
  | "key"
  | "lab"
  | "prj"
  | "wex"
  | "dep"
  | "ret"
  | "awt"
  | "idn"
  | "psk"
  | "sso"
  | "res"
  | "run"
  | "ses"
  | "tag"
  | "tra"
  | "trn"
  | "usr"
  | "viw"
  | "grp"
  | "lnk"
  | "wlk"
  | "snr"
  | "cmt"
  | "ntc"
  | "iss"
  | "cln"
  | "rel"
  | "rpt"
  | "rrn"
  | "evl"
  | "exp"
  | "dat"
  | "dsh"
  | "dsl"
  | "con"
  | "src"
  | "lok"
  | "mtg"
  | "fnd"
  | "act"
  | "dec"
  | "hld"
  | "prq"
  | "rcp"
  | "rtn"
  | "atm"
  | "arn"
  | "arh"
  | "apr"
  | "whe"
  | "msg"
  | "whi"
  | "whd"
  | "ws";

/** Returns the schema of an id in an output, with the prefix of its kind. */
export function idIn(prefix: Prefix) {
  return z.string().meta({ pattern: `^${prefix}_[0-9A-Za-z_]+$`, example: `${prefix}_019a2b` });
}

/** A moment in an output. */
export const instant = z.date().meta({ format: "date-time", example: "2026-01-31T09:30:00.000Z" });

/** A day in an output, without a time. */
export const day = z.string().meta({ format: "date", example: "2026-01-31" });

/** A confidence from 0 to 1; null where there is none. */
export const confidence = z.number().min(0).max(1).nullable();

/** A number of things. */
export const count = z.number().int();

/** Returns the schema of a page of a list; `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The input of every list: the number of items, and the cursor to continue from. */
export const paging = {
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
};

/** Returns an output schema that checks nothing, for outputs that no client gets or that are too large to check. */
export function ofType<Type>() {
  return z.custom<Type>(() => true);
}

/** The output of an operation that returns nothing. */
export const nothing = z.void();

/** The output of an operation on several things: the ids of the things that it acted on. */
export const ofIds = z.object({ ids: z.array(z.string()) });
