import { documentStages } from "@besunny/api/browser/vocabulary";
import {
  createSerializer,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** The stage and the span of its runs, as they stand in the address; `to` is left out. */
export const stageParsers = {
  stage: parseAsStringLiteral(documentStages).withDefault("read"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  workspaceId: parseAsString,
};

const serialize = createSerializer(stageParsers);

/** The address of the slowest documents of a stage. */
export function stageRunsHref({
  stage,
  ...span
}: {
  stage: string;
  from: Date;
  to: Date;
  workspaceId?: string;
}): string | null {
  const known = documentStages.find((each) => each === stage);
  return known ? serialize("/documents/stages", { stage: known, ...span }) : null;
}
