import { getIndexState } from "@besunny/core/platform/search/get-index-state";
import { getSearchQuality } from "@besunny/core/platform/search/get-search-quality";
import { listSearches } from "@besunny/core/platform/search/list-searches";
import { switchIndex } from "@besunny/core/platform/search/switch-index";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const adminSearchRouter = router({
  quality: platformQuery(getSearchQuality),
  list: platformQuery(listSearches),
  index: platformQuery(getIndexState),
  switchIndex: platformMutation(switchIndex),
});
