import { archiveField } from "./archive-field";
import { changeField } from "./change-field";
import { createField } from "./create-field";
import { listFields } from "./list-fields";
import { addOptions } from "./options/add-options";
import { listOptions } from "./options/list-options";
import { removeOption } from "./options/remove-option";
import { renameOption } from "./options/rename-option";
import { orderFields } from "./order-fields";

/** Every operation of the slice. */
export const fieldsOperations = [
  addOptions,
  archiveField,
  changeField,
  createField,
  listFields,
  listOptions,
  orderFields,
  removeOption,
  renameOption,
] as const;
