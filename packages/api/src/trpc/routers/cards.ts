import { addCardField } from "@besunny/core/understanding/add-card-field";
import { changeCardField } from "@besunny/core/understanding/change-card-field";
import { getCard } from "@besunny/core/understanding/get-card";
import { removeCardField } from "@besunny/core/understanding/remove-card-field";
import { switchCardField } from "@besunny/core/understanding/switch-card-field";

import { router } from "../init";
import { mutation, query } from "../operations";

export const cardsRouter = router({
  get: query(getCard, ({ fields, ...card }, tell) => ({
    ...card,
    fields: fields.map((field) =>
      field.isOwn ? field : { ...field, meaning: tell(field.meaning) },
    ),
  })),
  switchField: mutation(switchCardField),
  addField: mutation(addCardField),
  changeField: mutation(changeCardField),
  removeField: mutation(removeCardField),
});
