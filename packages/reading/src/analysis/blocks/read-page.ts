import type { HiddenWords } from "@besunny/document-model/hidden-words";
import type { Page } from "@besunny/document-model/parsed-document";
import type { Part } from "../../contract/part";
import type { Region } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import type { PageLink } from "./page-links";

/** A page in reading order, before the style of the whole document is known. */
export type ReadPage = Pick<
  Page,
  "kind" | "width" | "height" | "rotation" | "recognised" | "quality"
> & {
  regions: Region[];
  words: PlacedWord[];
  label?: string;
  /** True if the page holds more text than reading keeps. */
  isCut?: boolean;
  hidden?: HiddenWords;
  links?: PageLink[];
  comments?: string[];
  files?: (Part | null)[];
};
