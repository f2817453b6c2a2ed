import { setField } from "@besunny/core/documents/fields/set-field";
import { archiveField } from "@besunny/core/fields/archive-field";
import { changeField } from "@besunny/core/fields/change-field";
import { CustomField, FieldOption } from "@besunny/core/fields/contract/custom-field";
import { customFieldKinds } from "@besunny/core/fields/contract/custom-field-kinds";
import { createField } from "@besunny/core/fields/create-field";
import { listFields } from "@besunny/core/fields/list-fields";
import { addOptions } from "@besunny/core/fields/options/add-options";
import { listOptions } from "@besunny/core/fields/options/list-options";
import { removeOption } from "@besunny/core/fields/options/remove-option";
import { renameOption } from "@besunny/core/fields/options/rename-option";
import { orderFields } from "@besunny/core/fields/order-fields";
import { documentIds, fieldId, optionId } from "@besunny/core/ids";
import { ofIds, pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";

const tags = ["Custom fields"];
const ofField = z.object({ id: fieldId });
const ofOption = z.object({ id: fieldId, optionId });
const field = answers({ 200: { description: "The field", schema: CustomField } });
const Fields = z.object({ items: z.array(CustomField) });
const name = z.string().min(1).max(60);
const optionText = z.string().min(1).max(120);
const currency = z.string().length(3).openapi({ example: "EUR" });

/** Returns the body of a request as JSON of this shape. */
function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}

const list = createRoute({
  method: "get",
  path: "/fields",
  operationId: "listFields",
  ...offers(listFields),
  tags,
  summary: "List the fields that the workspace defined for its documents, in their order.",
  responses: answers({ 200: { description: "The fields", schema: Fields } }),
});

const create = createRoute({
  method: "post",
  path: "/fields",
  operationId: "createField",
  ...offers(createField),
  tags,
  summary: "Add a field. A list takes the values that it offers.",
  request: {
    body: jsonOf(
      z.strictObject({
        name,
        kind: z.enum(customFieldKinds),
        currency: currency.optional(),
        options: z.array(optionText).max(5000).optional(),
      }),
    ),
  },
  responses: answers({ 201: { description: "The field", schema: CustomField } }),
});

const change = createRoute({
  method: "patch",
  path: "/fields/{id}",
  operationId: "changeField",
  ...offers(changeField, archiveField),
  tags,
  summary: "Rename a field, set the currency of its amounts, archive it or restore it.",
  request: {
    params: ofField,
    body: jsonOf(
      z
        .strictObject({
          name: name.optional(),
          currency: currency.nullable().optional(),
          isArchived: z.boolean().optional(),
        })
        .refine((given) => Object.keys(given).length > 0, "Say what changes")
        .openapi({ minProperties: 1 }),
    ),
  },
  responses: field,
});

const order = createRoute({
  method: "put",
  path: "/fields/order",
  operationId: "orderFields",
  ...offers(orderFields),
  tags,
  summary: "Put the fields into an order. Name each that is not archived once.",
  request: { body: jsonOf(z.strictObject({ ids: z.array(fieldId).min(1).max(100) })) },
  responses: answers({ 200: { description: "The ids in their order", schema: ofIds } }),
});

const fill = createRoute({
  method: "post",
  path: "/fields/{id}/documents",
  operationId: "setField",
  ...offers(setField),
  tags,
  summary: "Give documents a value in a field, or take the value away with null.",
  request: {
    params: ofField,
    body: jsonOf(z.strictObject({ ids: documentIds, value: z.string().max(2000).nullable() })),
  },
  responses: answers({ 200: { description: "The documents that changed", schema: ofIds } }),
});

const options = createRoute({
  method: "get",
  path: "/fields/{id}/options",
  operationId: "listFieldOptions",
  ...offers(listOptions),
  tags,
  summary: "List the values that a field offers, by name. `q` is a part of the name.",
  request: {
    params: ofField,
    query: z.object({
      q: z.string().max(120).optional(),
      cursor: z.string().max(2000).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  responses: answers({ 200: { description: "A page of values", schema: pageOf(FieldOption) } }),
});

const add = createRoute({
  method: "post",
  path: "/fields/{id}/options",
  operationId: "addFieldOptions",
  ...offers(addOptions),
  tags,
  summary: "Add values to a list. Those that it offers already are left as they are.",
  request: {
    params: ofField,
    body: jsonOf(z.strictObject({ names: z.array(optionText).min(1).max(10_000) })),
  },
  responses: field,
});

const rename = createRoute({
  method: "patch",
  path: "/fields/{id}/options/{optionId}",
  operationId: "renameFieldOption",
  ...offers(renameOption),
  tags,
  summary: "Rename a value of a list, on every document that has it.",
  request: { params: ofOption, body: jsonOf(z.strictObject({ name: optionText })) },
  responses: answers({ 200: { description: "The value", schema: FieldOption } }),
});

const remove = createRoute({
  method: "delete",
  path: "/fields/{id}/options/{optionId}",
  operationId: "removeFieldOption",
  ...offers(removeOption),
  tags,
  summary: "Remove a value from a list and from every document that has it.",
  request: { params: ofOption },
  responses: answers({ 204: { description: "The value is removed" } }),
});

/** The fields that a workspace defines for its documents, the values that lists offer, and the values on documents. */
export const fieldRoutes = createRestApp();

fieldRoutes.openapi(list, async (c) => reply(Fields, await listFields(c.var.workspace, {})));

fieldRoutes.openapi(create, async (c) =>
  reply(CustomField, await createField(c.var.workspace, c.req.valid("json")), { status: 201 }),
);

fieldRoutes.openapi(order, async (c) =>
  reply(ofIds, await orderFields(c.var.workspace, c.req.valid("json"))),
);

fieldRoutes.openapi(change, async (c) => {
  const { id } = c.req.valid("param");
  const { isArchived, ...changes } = c.req.valid("json");
  const changed = await changeField(c.var.workspace, { id, ...changes });
  if (isArchived === undefined) return reply(CustomField, changed);
  return reply(CustomField, await archiveField(c.var.workspace, { id, isArchived }));
});

fieldRoutes.openapi(fill, async (c) => {
  const { id } = c.req.valid("param");
  return reply(ofIds, await setField(c.var.workspace, { fieldId: id, ...c.req.valid("json") }));
});

fieldRoutes.openapi(options, async (c) =>
  reply(
    pageOf(FieldOption),
    await listOptions(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("query") }),
  ),
);

fieldRoutes.openapi(add, async (c) =>
  reply(
    CustomField,
    await addOptions(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") }),
  ),
);

fieldRoutes.openapi(rename, async (c) =>
  reply(
    FieldOption,
    await renameOption(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") }),
  ),
);

fieldRoutes.openapi(remove, async (c) => {
  await removeOption(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});
