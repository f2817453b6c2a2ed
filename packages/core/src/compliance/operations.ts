import { makeEvidence } from "./make-evidence";
import { readEvidence } from "./read-evidence";
import { recordEvidence } from "./record-evidence";

/** Every operation of the slice. */
export const complianceOperations = [makeEvidence, readEvidence, recordEvidence] as const;
