import { listTags } from "@besunny/core/tags/list-tags";
import { mergeTags } from "@besunny/core/tags/merge-tags";
import { removeTag } from "@besunny/core/tags/remove-tag";
import { renameTag } from "@besunny/core/tags/rename-tag";
import { tagDocuments } from "@besunny/core/tags/tag-documents";

import { router } from "../init";
import { mutation, query } from "../operations";

export const tagsRouter = router({
  list: query(listTags),
  put: mutation(tagDocuments),
  rename: mutation(renameTag),
  merge: mutation(mergeTags),
  remove: mutation(removeTag),
});
