import { getWorkspace } from "./get-workspace";
import { renameWorkspace } from "./rename-workspace";

/** Every operation of the slice. */
export const workspacesOperations = [getWorkspace, renameWorkspace] as const;
