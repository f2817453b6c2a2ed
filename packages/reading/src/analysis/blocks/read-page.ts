import type { Page } from "@besunny/document-model/parsed-document";
import type { Part } from "../../contract/part";
import type { Region } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import type { PageLink } from "./page-links";

/** A page taken apart: what it holds in reading order, before it is known how the rest of the document looks. */
export type ReadPage = Pick<
  Page,
  "kind" | "width" | "height" | "rotation" | "recognised" | "quality"
> & {
  regions: Region[];
  words: PlacedWord[];
  label?: string;
  /** Set where the page holds more text than is read. */
  isCut?: boolean;
  links?: PageLink[];
  comments?: string[];
  files?: (Part | null)[];
};
