import type { Change, Item } from "@besunny/connectors/sources/source";

import { ofType } from "../../shapes";

/** Items and changes as adapters give them: they come from our own code, which the compiler has checked. */
export const Items = ofType<Item[]>();
export const Changes = ofType<Change[]>();
