import { listNotices } from "./list-notices";
import { markNoticesRead } from "./mark-notices-read";

/** Every operation of the slice. */
export const notificationsOperations = [listNotices, markNoticesRead] as const;
