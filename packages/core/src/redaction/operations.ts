import { changePolicy } from "./change-policy";
import { findBarred } from "./find-barred";
import { findPolicy } from "./find-policy";
import { getPolicy } from "./get-policy";
import { previewText } from "./preview-text";
import { changeRegion } from "./residency/change-region";
import { getResidency } from "./residency/get-residency";
import { putProvider } from "./residency/put-provider";

/** Every operation of the slice. */
export const redactionOperations = [
  changePolicy,
  findBarred,
  findPolicy,
  getPolicy,
  previewText,
  changeRegion,
  getResidency,
  putProvider,
] as const;
