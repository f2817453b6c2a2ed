import type { IworkObject, IworkObjects } from "./objects";
import { referenceIn } from "./objects";
import { bytesIn, messageAt, messagesIn, numberIn } from "./protobuf";

/** Returns the text of a storage as written, with a line end after each paragraph. */
export function textOfStorage({ fields }: Pick<IworkObject, "fields">): string {
  return fields
    .flatMap(({ number, value }) =>
      number === 3 && typeof value !== "number" ? [value.toString("utf8")] : [],
    )
    .join("");
}

/** A mark in a storage: the offset in its text, and the object that belongs there. */
export type Mark = { offset: number; id: number };

export const markTables = { paragraphStyles: 5, attachments: 9 };

/** Returns the marks of a table of a storage, in the order of the text. */
export function marksOf(
  { fields }: Pick<IworkObject, "fields">,
  table: number,
  objects: IworkObjects,
): Mark[] {
  return messagesIn(messageAt(fields, table) ?? [], 1).flatMap((entry) => {
    const id = referenceIn(messageAt(entry, 2), objects);
    return id === undefined ? [] : [{ offset: numberIn(entry, 1) ?? 0, id }];
  });
}

const mostParents = 20;

/** Returns the name of a paragraph style. A style without a name has that of the style that it varies. */
export function styleName(id: number | undefined, objects: IworkObjects): string {
  let next = id;
  for (let count = 0; count < mostParents && next !== undefined; count++) {
    const style = messageAt(objects.get(next)?.fields, 1);
    const name = style && bytesIn(style, 1)?.toString("utf8");
    if (name) return name;
    next = referenceIn(messageAt(style, 3), objects);
  }
  return "";
}
