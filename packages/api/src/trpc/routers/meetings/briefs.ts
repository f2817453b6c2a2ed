import { getBrief } from "@besunny/core/briefs/get-brief";
import { listUpcoming } from "@besunny/core/briefs/list-upcoming";

import { router } from "../../init";
import { query } from "../../operations";

export const briefsRouter = router({
  upcoming: query(listUpcoming),
  get: query(getBrief),
});
