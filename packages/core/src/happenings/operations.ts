import { listHappenings } from "./list-happenings";

/** Every operation of the slice. */
export const happeningsOperations = [listHappenings] as const;
