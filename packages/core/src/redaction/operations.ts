import { changePolicy } from "./change-policy";
import { findBarred } from "./find-barred";
import { findPolicy } from "./find-policy";
import { getPolicy } from "./get-policy";
import { previewText } from "./preview-text";

/** Every operation of the slice. */
export const redactionOperations = [
  changePolicy,
  findBarred,
  findPolicy,
  getPolicy,
  previewText,
] as const;
