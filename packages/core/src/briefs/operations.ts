import { getBrief } from "./get-brief";
import { listUpcoming } from "./list-upcoming";
import { prepareBriefs } from "./prepare-briefs";

/** Every operation of the slice. */
export const briefsOperations = [getBrief, listUpcoming, prepareBriefs] as const;
