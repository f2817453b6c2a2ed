import { listConnections } from "./list-connections";
import { listProviders } from "./list-providers";

/** Every operation of the slice. */
export const connectionsOperations = [listConnections, listProviders] as const;
