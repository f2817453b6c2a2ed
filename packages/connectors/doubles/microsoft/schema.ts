import { checkerOf } from "../schema-check";
import extract from "./schema.json" with { type: "json" };

export type TypeName = keyof typeof extract.types;

export const checked = checkerOf<TypeName>(extract);
