import { addRule } from "./add-rule";
import { getSensitivity } from "./get-sensitivity";
import { listRules } from "./list-rules";
import { removeRule } from "./remove-rule";

/** Every operation of the slice. */
export const sensitivityOperations = [addRule, getSensitivity, listRules, removeRule] as const;
