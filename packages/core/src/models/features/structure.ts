import type { BlockKind } from "@besunny/document-model/parsed-document";
import { feature, type Measured, shareOf } from "./feature";

/** The features of the structure. */
export const structureFeatures = [
  feature("tables", (of) => count(of, "table")),
  feature("tableShare", ({ model }) =>
    shareOf(
      model.blocks
        .filter(({ kind }) => kind === "table")
        .reduce((sum, { span }) => sum + span[1] - span[0], 0),
      model.text.length,
    ),
  ),
  feature("headings", (of) => count(of, "heading") + count(of, "title")),
  feature("listShare", (of) => shareOf(count(of, "list-item"), of.model.blocks.length)),
  feature("figures", (of) => count(of, "figure")),
  feature("formMarks", ({ model }) => model.text.match(formMark)?.length ?? 0),
];

/** Boxes to tick, rules to write on, and dotted lines. */
const formMark = /[☐☑☒□▢❏]|\[[ xX]?\]|_{4,}|\.{6,}/gu;

function count({ model }: Measured, kind: BlockKind): number {
  return model.blocks.filter((block) => block.kind === kind).length;
}
