import { decideLook } from "@besunny/core/looks/decide-look";
import { listLooks } from "@besunny/core/looks/list-looks";
import { addRule } from "@besunny/core/sensitivity/add-rule";
import { getSensitivity } from "@besunny/core/sensitivity/get-sensitivity";
import { listRules } from "@besunny/core/sensitivity/list-rules";
import { removeRule } from "@besunny/core/sensitivity/remove-rule";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const sensitivityRouter = router({
  add: mutation(addRule),
  get: query(getSensitivity),
  list: query(listRules),
  remove: mutation(removeRule),
});

export const looksRouter = router({
  list: query(listLooks),
  decide: mutation(decideLook),
});
