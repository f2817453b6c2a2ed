import { setField } from "@besunny/core/documents/fields/set-field";
import { archiveField } from "@besunny/core/fields/archive-field";
import { changeField } from "@besunny/core/fields/change-field";
import { createField } from "@besunny/core/fields/create-field";
import { listFields } from "@besunny/core/fields/list-fields";
import { addOptions } from "@besunny/core/fields/options/add-options";
import { listOptions } from "@besunny/core/fields/options/list-options";
import { removeOption } from "@besunny/core/fields/options/remove-option";
import { renameOption } from "@besunny/core/fields/options/rename-option";
import { orderFields } from "@besunny/core/fields/order-fields";

import { router } from "../init";
import { mutation, query } from "../operations";

export const fieldsRouter = router({
  list: query(listFields),
  options: query(listOptions),
  create: mutation(createField),
  change: mutation(changeField),
  archive: mutation(archiveField),
  order: mutation(orderFields),
  addOptions: mutation(addOptions),
  renameOption: mutation(renameOption),
  removeOption: mutation(removeOption),
  set: mutation(setField),
});
