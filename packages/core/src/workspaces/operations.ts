import { getWorkspace } from "./get-workspace";
import { listFeatures } from "./list-features";
import { renameWorkspace } from "./rename-workspace";

/** Every operation of the slice. */
export const workspacesOperations = [getWorkspace, listFeatures, renameWorkspace] as const;
